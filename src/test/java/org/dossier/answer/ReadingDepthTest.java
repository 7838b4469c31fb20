package org.dossier.answer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.dossier.answer.AnswererFixture.article;
import static org.dossier.answer.AnswererFixture.question;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.dossier.llm.ConfiguredLlm;
import org.dossier.llm.ModelMeter;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// How many sentences the reader model reads for each kind of question.
@Timeout(180)
class ReadingDepthTest {
  private static final int FOR_A_FACT = 8;
  private static final int THOROUGH = 24;

  private static AnswererFixture archive;

  @BeforeAll
  static void open(@TempDir Path folder) throws InterruptedException {
    var text =
        IntStream.range(0, 6)
            .mapToObj(i ->
                "The ferry of Norholm sails past island number %d of these islands. "
                        .formatted(i + 1)
                    + "Its crew of seven people sleeps at home most nights. ".repeat(12))
            .collect(Collectors.joining("\n\n"));
    archive =
        new AnswererFixture(
            folder, List.of(article("ferry", "The ferry", LocalDate.of(2021, 2, 3), text)));
  }

  @AfterAll
  static void close() {
    archive.close();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          Who sails past the islands?                      | 8
          When does the ferry of Norholm sail?             | 8
          Why does the ferry of Norholm sail?              | 24
          How does the ferry of Norholm find the islands?  | 24
          Which islands does the ferry of Norholm sail by? | 24
          Does the ferry of Norholm sail past the islands? | 24
          """)
  void reasonsMannersListsAndYesOrNoAreReadMoreThoroughlyThanFacts(String asked, int sentences) {
    var answerer = archive.answerer(ConfiguredLlm.none(), ModelMeter.NONE);

    assertThat(sentences).isIn(FOR_A_FACT, THOROUGH);
    assertThat(answerer.dumpFeatures(question(asked)).options()).hasSize(sentences);
  }
}
