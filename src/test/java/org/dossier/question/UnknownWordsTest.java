package org.dossier.question;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class UnknownWordsTest {
  private static SmallArchive smallArchive;

  @BeforeAll
  static void open(@TempDir Path folder) {
    smallArchive =
        SmallArchive.of(
            folder, List.of("The ferries sail again. The program of the harbour was approved."));
  }

  @AfterAll
  static void close() {
    smallArchive.close();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          missile ferry                    | missile
          the helicopter and the submarine | helicopter, submarine
          the ferry                        | ''
          the harbour programme            | ''
          the significance of the ferries  | ''
          the newly painted ferry          | ''
          Ada Hill's ferry                 | ''
          """)
  void wordsThatTheArchiveLacksAreFound(String topic, String words) {
    var unknown =
        smallArchive.index().search(indexSnapshot -> UnknownWords.in(topic, indexSnapshot));

    assertThat(String.join(", ", unknown)).isEqualTo(words);
  }
}
