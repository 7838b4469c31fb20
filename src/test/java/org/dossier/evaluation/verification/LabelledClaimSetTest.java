package org.dossier.evaluation.verification;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import org.dossier.evaluation.InvalidQuestionSetException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LabelledClaimSetTest {
  private static final String LINE =
      """
      {"claim": "The bridge %d is safe.", "sentences": ["On bridges.", "It is safe."], \
      "supporting": [[1], [0, 1]], "label": "%s"}
      """;

  @TempDir Path folder;
  private Path file;

  @BeforeEach
  void setUp() {
    file = folder.resolve("claims.jsonl");
  }

  @Test
  void claimsAreReadWithTheirMarkedSentences() throws IOException {
    Files.writeString(file, LINE.formatted(1, "supported") + LINE.formatted(2, "not_supported"));

    var labelledClaims = LabelledClaimSet.read(file).claims();

    assertThat(labelledClaims).extracting(LabelledClaim::supported).containsExactly(true, false);
    assertThat(labelledClaims.getFirst().marked()).containsExactly(0, 1);
    assertThat(labelledClaims.getFirst().sentences()).hasSize(2);
  }

  @Test
  void kindTitleAndDateAreOptional() throws IOException {
    Files.writeString(
        file,
        LINE.formatted(1, "supported")
            + LINE.formatted(2, "refuted")
                .replace(
                    "}", ", \"kind\": \"date\", \"title\": \"T\", \"published\": \"2011-11-11\"}"));

    var labelledClaims = LabelledClaimSet.read(file).claims();

    assertThat(labelledClaims)
        .extracting(LabelledClaim::kind)
        .containsExactly("wholly supported", "date");
    assertThat(labelledClaims).extracting(LabelledClaim::title).containsExactly("", "T");
    assertThat(labelledClaims)
        .extracting(LabelledClaim::published)
        .containsExactly(null, LocalDate.of(2011, 11, 11));
  }

  @Test
  void theHalvesAlternate() throws IOException {
    for (int i = 0; i < 5; i++) {
      var line = LINE.formatted(i, "supported");
      Files.writeString(file, i == 0 ? line : Files.readString(file) + line);
    }
    var set = LabelledClaimSet.read(file);

    assertThat(set.trainingPart().claims())
        .extracting(LabelledClaim::text)
        .containsExactly("The bridge 0 is safe.", "The bridge 2 is safe.", "The bridge 4 is safe.");
    assertThat(set.heldOut().claims()).hasSize(2);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          {"sentences": [], "supporting": [], "label": "x"}                 | line 1, field “claim”
          {"claim": "x", "sentences": "x", "supporting": [], "label": "x"}  | line 1, field “sentences”
          {"claim": "x", "sentences": ["x"], "label": "x"}                  | line 1, field “supporting”
          {"claim": "x", "sentences": ["x"], "supporting": []}              | line 1, field “label”
          {"claim": "x", "sentences": ["x"], "supporting": [[3]], "label": "x"} | line 1: no indexes of 1
          {"claim": "x", "sentences": [" "], "supporting": [], "label": "x"} | line 1: a claim requires
          {"claim": "x", "sentences": ["x"], "supporting": [], "label": "x", "kind": 1} | line 1, field “kind”
          {"claim": "x", "sentences": ["x"], "supporting": [], "label": "x", "published": "May"} | line 1, field “published”
          nonsense                                                          | line 1: is not JSON
          """)
  void invalidLinesAreReported(String line, String fault) throws IOException {
    Files.writeString(file, line);

    assertThatThrownBy(() -> LabelledClaimSet.read(file))
        .isInstanceOf(InvalidQuestionSetException.class)
        .hasMessageContaining("claims.jsonl")
        .hasMessageContaining(fault);
  }

  @Test
  void anEmptyClaimFileIsRejected() throws IOException {
    Files.writeString(file, "\n");

    assertThatThrownBy(() -> LabelledClaimSet.read(file))
        .hasMessageContaining("contains no claims");
  }
}
