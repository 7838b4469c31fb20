package org.dossier.question;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.dossier.question.SpellingCorrection.Replacement;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SpellingCorrectorTest {
  private static final List<String> TEXTS =
      List.of(
          "The envoy Nikolai Patrushev met Ali Baqeri in Lorne. Patrushev praised the government.",
          "Foreign minister Lavrov of the Ashby republic spoke of sanctions and an agreement.",
          "The dredger Malabar was repaired. Lavrov and the Malabar crew signed the agreement.",
          "Jørgen Sørensen and Marta Osei won. The lighthouse keeper Thorne sold grain.",
          "The prosecutor opposed the lighthouse. A pamphlet on Irelandic grain appeared.",
          "Selma Markle sang in Lorne, and the negotiators negotiated.");

  private static SmallArchive smallArchive;

  @BeforeAll
  static void open(@TempDir Path folder) {
    smallArchive = SmallArchive.of(folder, TEXTS);
  }

  @AfterAll
  static void close() {
    smallArchive.close();
  }

  private static SpellingCorrection correct(String question) {
    var index = smallArchive.index();
    return index.search(indexSnapshot ->
        SpellingCorrector.correct(question, null, indexSnapshot, index.analyzer()));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          What did Lavrof say?                | What did Lavrov say?
          What did Mr Patrushew say?          | What did Mr Patrushev say?
          Who is Ali Bagheri?                 | Who is Ali Baqeri?
          who is lavrof                       | who is Lavrov
          What did Lavorv’s envoy say?        | What did Lavrov’s envoy say?
          Which goverment was praised?        | Which government was praised?
          What is the agrement about?         | What is the agreement about?
          Who repaired the Malabra?           | Who repaired the Malabar?
          Did Sorensan win with Osei?         | Did Sørensen win with Osei?
          Who runs the lighthous?             | Who runs the lighthouse?
          Negotatiors met?                    | Negotiators met?
          Who is the nrosecutor?              | Who is the prosecutor?
          """)
  void aWordThatTheArchiveLacksBecomesASimilarOne(String question, String corrected) {
    assertThat(correct(question).question()).isEqualTo(corrected);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "What did Lavrov say about the agreements?",
        "Who negotiates with the governments?", // inflections of words in the archive
        "What is the weather like in London?", // common words that the archive lacks
        "Did the Ireland team play cricket in Iceland?",
        "Who is Merkel?",
        "Which Osi ship came in 20244?", // short, or with digits
        "Who is Ali Rafsanjani?",
        "What did the IAEE say?",
        "Who is Mr Graim?", // a name and a common word
        "Wer ist der Außenminister?",
        "…?"
      })
  void otherWordsAreKept(String question) {
    assertThat(correct(question)).isEqualTo(new SpellingCorrection(question, List.of()));
  }

  @Test
  void eachReplacementIsReported() {
    var correction = correct("Did Lavrof sign the agrement?");

    assertThat(correction.question()).isEqualTo("Did Lavrov sign the agreement?");
    assertThat(correction.replacements())
        .containsExactly(
            new Replacement("Lavrof", "Lavrov"), new Replacement("agrement", "agreement"));
  }

  @Test
  void aWholePageIsNotCorrectedWordByWord() {
    assertThat(correct("Lavrof ".repeat(10_000)).replacements()).hasSize(60);
  }
}
