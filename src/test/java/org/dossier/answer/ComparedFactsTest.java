package org.dossier.answer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.dossier.answer.AnswererFixture.CONFIDENT;
import static org.dossier.answer.AnswererFixture.article;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import org.dossier.llm.ConfiguredLlm;
import org.dossier.llm.ModelMeter;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/// Comparisons of facts, whose sides find many of the same sentences.
@Timeout(180)
class ComparedFactsTest {
  @Test
  void eachSideHasItsStatements(@TempDir Path folder) throws InterruptedException {
    var day = LocalDate.of(2024, 5, 3);
    var articles =
        List.of(
            article(
                "bridge",
                "The Norholm Bridge",
                day,
                "The Norholm Bridge is 400 metres long. The Norholm Bridge was made longer in 1990. The Norholm"
                    + " Bridge has four lanes. A longer Norholm Bridge is planned."),
            article("tunnel", "The Vos Tunnel", day, "The Vos Tunnel is 900 metres long."));
    try (var archive = new AnswererFixture(folder, articles)) {
      var answer =
          archive
              .answerer(ConfiguredLlm.none(), ModelMeter.NONE, CONFIDENT)
              .answer(
                  AnswererFixture.question(
                      "Which is longer, the Norholm Bridge or the Vos Tunnel?"),
                  AnswerListener.NONE);

      assertThat(((CitedAnswer) answer).citations())
          .extracting(citation -> citation.source().article().id())
          .contains("bridge", "tunnel");
    }
  }
}
