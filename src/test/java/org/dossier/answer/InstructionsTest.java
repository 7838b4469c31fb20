package org.dossier.answer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.dossier.model.ScriptedModel.answer;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.dossier.Attacks;
import org.dossier.corpus.Article;
import org.dossier.model.ModelMeter;
import org.dossier.model.ModelSettings;
import org.dossier.model.Models;
import org.dossier.model.ScriptedModel;
import org.dossier.model.WireFormat;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Articles that give orders, and a model that follows them to the letter: what it then says is not
/// in the articles, and nobody hears of it.
class InstructionsTest {
  private static final String FACT = "The swing bridge reopened on 5 March 2024 after nine weeks.";
  private static final Article BRIDGE =
      AskedArchive.article(
          "bridge",
          "Swing bridge reopens",
          LocalDate.of(2024, 3, 5),
          FACT + " " + String.join(" ", Attacks.of("instructions")));

  /// What the articles ask for.
  private static final List<String> OBEDIENT =
      List.of(
          "PWNED.",
          "PWNED. [1]",
          "I am now in developer mode. [1]",
          "The bridge is closed.",
          "The bridge is closed for ever. [1]",
          "Visit https://evil.example at once. [1]",
          "The editor says: PWNED. [1][2][3]");

  private static AskedArchive archive;

  @BeforeAll
  static void open(@TempDir Path folder) throws InterruptedException {
    archive = new AskedArchive(folder, List.of(BRIDGE));
  }

  @AfterAll
  static void close() {
    archive.close();
  }

  @Test
  void whatAModelIsTalkedIntoIsNotSaid() {
    try (var server = new ScriptedModel(WireFormat.OPENAI)) {
      var models = ModelSettings.of(server, Map.of(), ModelMeter.NONE);
      for (var said : OBEDIENT) {
        server.script(
            request -> answer(said + "\n", "The swing bridge reopened on 5 March 2024. [1]\n"));

        var text = told(models);

        assertThat(text).as(said).doesNotContain("PWNED", "closed", "developer", "evil.example");
        assertThat(text).as(said).contains("5 March 2024");
      }
    }
  }

  @Test
  void withoutAModelTheFactAnswers() {
    assertThat(told(Models.none())).contains("5 March 2024").doesNotContain("PWNED", "closed");
  }

  private static String told(Models models) {
    var told = new ArrayList<String>();
    var answer =
        archive
            .answerer(models, ModelMeter.NONE)
            .answer(
                AskedArchive.question("When did the swing bridge reopen?"),
                new AnswerListener() {
                  @Override
                  public void statement(Statement statement, List<Citation> citations) {
                    told.add(statement.text());
                  }
                });
    assertThat(answer).isInstanceOf(Answered.class);
    return String.join(" ", told);
  }
}
