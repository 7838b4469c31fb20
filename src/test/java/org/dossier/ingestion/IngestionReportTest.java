package org.dossier.ingestion;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class IngestionReportTest {

  @Test
  void reportPrintsCountsKindsOfSkippedFilesAndRejections() {
    var ingestionReport =
        new IngestionReport(
            1_585,
            0,
            12,
            new SkippedFiles(Map.of(".png", 1_200L, ".xlsx", 1L, "", 1L)),
            2,
            List.of(
                new Rejection("notes/a.jsonl", 17, "text", "is empty"),
                Rejection.of("b.txt", "is empty")),
            true);

    assertThat(ingestionReport.lines())
        .containsExactly(
            "added 1,585 · changed 0 · unchanged 12 · rejected 2 · skipped 1,202"
                + " · interrupted; run it again to continue",
            "skipped files of other kinds: .png (1,200), other names (1), .xlsx (1); supported are"
                + " .md .markdown .txt .text .html .htm .xhtml .jsonl .ndjson .jsonl.gz .ndjson.gz"
                + " .rss .atom .xml .pdf .docx .odt .rtf .epub .eml .mbox",
            "notes/a.jsonl:17: text: is empty",
            "b.txt: is empty");
  }

  @Test
  void controlCharactersInNamesAreEscaped() {
    assertThat(Rejection.of("a\u001b[2J\n\u202eb\u200cف🦉.txt", "is\r \ud83d empty"))
        .hasToString("a\\u001b[2J\\u000a\\u202eb\u200cف🦉.txt: is\\u000d \\ud83d empty");
  }

  @Test
  void veryLongNamesAreShortenedInTheMiddle() {
    assertThat(Rejection.of("🦉".repeat(2_000), "is empty").toString())
        .startsWith("🦉🦉")
        .contains("🦉…🦉")
        .endsWith("🦉: is empty")
        .hasSizeLessThan(400)
        .doesNotContain("\\u");
  }
}
