package org.dossier.question;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class NameCapitalizerTest {
  private static final List<String> TEXTS =
      List.of(
          "The envoy Nikolai Patrushev met Ali Baqeri of NATO in Lorne. The meeting was short.",
          "Foreign minister Lavrov spoke of sanctions. In May the Baqeri party sat in Lorne.",
          "An apple grower of Lorne praised the government, and Apple sold a telephone.");

  private static SmallArchive smallArchive;

  @BeforeAll
  static void open(@TempDir Path folder) {
    smallArchive = SmallArchive.of(folder, TEXTS);
  }

  @AfterAll
  static void close() {
    smallArchive.close();
  }

  private static String capitalize(String question) {
    return smallArchive
        .index()
        .search(indexSnapshot -> NameCapitalizer.capitalize(question, indexSnapshot));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          what did lavrov say to ali baqeri?       | what did Lavrov say to Ali Baqeri?
          What did lavrov’s envoy say in Lorne?    | What did Lavrov’s envoy say in Lorne?
          WHAT DID LAVROV SAY ABOUT SANCTIONS?     | What did Lavrov say about sanctions?
          What Did Lavrov Say About The Sanctions? | What did Lavrov say about the sanctions?
          who met nato                             | who met NATO
          did lavrov visit norway?                 | did Lavrov visit Norway?
          """)
  void namesAreWrittenAsInTheArchive(String question, String written) {
    assertThat(capitalize(question)).isEqualTo(written);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "What did Lavrov say about sanctions?",
        "how many apple growers met?", // the archive has small letters, too
        "may they meet?", // a function word
        "what did zorblax say?", // not in the archive, and no country
        "Did Apple and Lavrov meet?",
        "NATO"
      })
  void otherWordsStay(String question) {
    assertThat(capitalize(question)).isEqualTo(question);
  }

  @Test
  void aLongTextStays() {
    var text = "lavrov ".repeat(61).strip();

    assertThat(capitalize(text)).isEqualTo(text);
  }
}
