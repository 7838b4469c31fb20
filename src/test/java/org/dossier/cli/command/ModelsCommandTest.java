package org.dossier.cli.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.dossier.llm.ScriptedModel.answer;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.dossier.llm.ConfiguredLlm;
import org.dossier.llm.ModelMeter;
import org.dossier.llm.ModelSettings;
import org.dossier.llm.ScriptedModel;
import org.dossier.llm.ScriptedModel.Step;
import org.dossier.llm.WireFormat;
import org.junit.jupiter.api.Test;

class ModelsCommandTest {
  private final ByteArrayOutputStream out = new ByteArrayOutputStream();

  @Test
  void missingModelIsReportedWithAdvice() {
    assertThat(show(ConfiguredLlm.none())).isZero();
    assertThat(out.toString(StandardCharsets.UTF_8))
        .contains("No model is selected", "DOSSIER_MODEL", "docs/how-to/llm.md");
  }

  @Test
  void answeringModelIsShownWithItsReply() {
    try (var server = new ScriptedModel(WireFormat.OPENAI)) {
      server.script(answer("rea", "dy\u001b[31m\n"));

      assertThat(show(ModelSettings.of(server, Map.of(), ModelMeter.NONE))).isZero();

      assertThat(out.toString(StandardCharsets.UTF_8))
          .contains(
              "model    openai:m\n",
              "address  " + server.address() + "\n",
              "key      from DOSSIER_MODEL_API_KEY\n",
              "prompts  answer:")
          .containsPattern(
              "The model answers: first token after \\d+\\.\\d\\d s, complete after \\d+\\.\\d\\d s: “ready”")
          .doesNotContain("secret", "\u001b");
    }
  }

  @Test
  void failingModelIsShownWithTheReason() {
    try (var server = new ScriptedModel(WireFormat.ANTHROPIC)) {
      server.script(List.of(new Step.Status(401, "{\"error\": \"secret-key-4711 is wrong\"}")));

      assertThat(show(ModelSettings.of(server, Map.of(), ModelMeter.NONE))).isEqualTo(1);

      assertThat(out.toString(StandardCharsets.UTF_8))
          .endsWith(
              "The model does not answer: the key is missing, wrong or not allowed (HTTP 401).\n")
          .doesNotContain("secret");
    }
  }

  private int show(ConfiguredLlm configuredLlm) {
    return ModelsCommand.run(configuredLlm, new PrintStream(out, true, StandardCharsets.UTF_8));
  }
}
