package org.dossier.chat.rewriting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.dossier.llm.ScriptedModel.answer;

import java.util.List;
import java.util.Map;
import org.dossier.llm.ConfiguredLlm;
import org.dossier.llm.ModelMeter;
import org.dossier.llm.ModelSettings;
import org.dossier.llm.ScriptedModel;
import org.dossier.llm.ScriptedModel.Step;
import org.dossier.llm.WireFormat;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LlmRewriterTest {
  private static final List<HistoryTurn> EARLIER =
      List.of(
          new HistoryTurn(
              "Who is the harbour master of Vessna?",
              List.of("Ilse Varga has been harbour master of Vessna since 2019."),
              List.of("A new harbour master")));
  private static final String MESSAGE = "And when was she born?";

  private ScriptedModel server;

  @BeforeEach
  void serve() {
    server = new ScriptedModel(WireFormat.OLLAMA);
  }

  @AfterEach
  void stop() {
    server.close();
  }

  @Test
  void questionOfTheModelIsUsed() throws InterruptedException {
    server.script(answer("When was Ilse ", "Varga born?\n"));

    assertThat(rewriter().rewrite(EARLIER, MESSAGE)).contains("When was Ilse Varga born?");
    assertThat(server.request().body())
        .contains("Ilse Varga has been harbour master of Vessna since 2019.", MESSAGE);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "When was Ilse Brandt born?",
        "When was Ilse Varga born in 1975?",
        "When was Ilse Varga, mother of three, born?",
        "When was Ilse Varga of Lukarro born?",
        ""
      })
  void inventedNamesAndNumbersAreRejected(String invented) {
    server.script(answer(invented));

    assertThat(rewriter().rewrite(EARLIER, MESSAGE)).isEmpty();
  }

  @Test
  void lostNamesAndNumbersAreRejected() {
    server.script(answer("Who was harbour master of Vessna?"));

    assertThat(rewriter().rewrite(EARLIER, "And who was it in 2014, Otto Brand?")).isEmpty();
  }

  @Test
  void failingModelLeavesTheRewriteToTheRules() {
    server.script(List.of(new Step.Status(500, "{}")));
    assertThat(rewriter().rewrite(EARLIER, MESSAGE)).isEmpty();

    server.script(answer("on and ".repeat(100)));
    assertThat(rewriter().rewrite(EARLIER, MESSAGE)).isEmpty();
  }

  @Test
  void withoutAModelNoCallIsMade() {
    assertThat(new LlmRewriter(ConfiguredLlm.none()).rewrite(EARLIER, MESSAGE)).isEmpty();
  }

  private LlmRewriter rewriter() {
    return new LlmRewriter(ModelSettings.of(server, Map.of(), ModelMeter.NONE));
  }
}
