package org.dossier.verification;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.dossier.text.sentence.SentenceSplitter;
import org.dossier.verification.Verdict.Supported;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/// Paraphrases and falsifications of sentences in `corpus/`, written manually, so that the verifier
/// is not measured only on synthetic statements that its own authors had in mind.
class HandWrittenStatementsTest {
  private static final Set<String> FACT_CHANGES = Set.of("number", "date", "name", "quotation");
  private static final List<JsonNode> STATEMENTS = new ArrayList<>();
  private static final List<JsonNode> FALSE_REJECTIONS = new ArrayList<>();
  private static final List<JsonNode> FALSE_ACCEPTANCES = new ArrayList<>();

  @BeforeAll
  static void check() throws IOException, URISyntaxException {
    var file = HandWrittenStatementsTest.class.getResource("statements.jsonl");
    for (var line : Files.readAllLines(Path.of(Objects.requireNonNull(file).toURI()))) {
      var statement = new ObjectMapper().readTree(line);
      STATEMENTS.add(statement);
      boolean supported =
          RealStatementVerifier.verifier()
                  .verify(statement.path("statement").asText(), sources(statement))
              instanceof Supported;
      boolean truth = statement.path("supported").asBoolean();
      if (truth && !supported) {
        FALSE_REJECTIONS.add(statement);
      } else if (!truth && supported) {
        FALSE_ACCEPTANCES.add(statement);
      }
    }
  }

  @Test
  void eachLabelHasSixtyStatements() {
    assertThat(count(true)).isGreaterThanOrEqualTo(60);
    assertThat(count(false)).isGreaterThanOrEqualTo(60);
  }

  @Test
  void noChangedNumberDateNameOrQuotationIsAccepted() {
    assertThat(FALSE_ACCEPTANCES)
        .filteredOn(statement -> FACT_CHANGES.contains(statement.path("change").asText()))
        .isEmpty();
  }

  @Test
  void fewOtherFalseStatementsAreAccepted() {
    assertThat(FALSE_ACCEPTANCES.size())
        .as(FALSE_ACCEPTANCES.toString())
        .isLessThanOrEqualTo(count(false) / 8);
  }

  @Test
  void fewTrueStatementsAreRejected() {
    assertThat(FALSE_REJECTIONS.size())
        .as(FALSE_REJECTIONS.toString())
        .isLessThanOrEqualTo(count(true) / 10);
  }

  private static int count(boolean truth) {
    return (int) STATEMENTS.stream().filter(s -> s.path("supported").asBoolean() == truth).count();
  }

  /// The sentences that the statement cites by their beginnings, each with its neighbours as
  /// context.
  private static List<Source> sources(JsonNode statement) throws IOException {
    var file = Files.readString(Path.of("corpus", statement.path("article").asText() + ".md"));
    var parts = file.split("---\n", 3);
    var published = LocalDate.parse(field(parts[1], "published"));
    var text = parts[2];
    var sentences = SentenceSplitter.split(text).stream().map(span -> span.of(text)).toList();
    var sources = new ArrayList<Source>();
    for (var cited : statement.path("cites")) {
      for (int i = 0; i < sentences.size(); i++) {
        if (sentences.get(i).startsWith(cited.asText())) {
          var context = new ArrayList<String>();
          context.add(field(parts[1], "title"));
          context.addAll(sentences.subList(Math.max(0, i - 1), Math.min(sentences.size(), i + 2)));
          context.remove(sentences.get(i));
          sources.add(new Source(sentences.get(i), String.join("\n", context), published));
        }
      }
    }
    assertThat(sources).as(statement.toString()).hasSameSizeAs(statement.path("cites"));
    return sources;
  }

  private static String field(String head, String name) {
    return head.lines()
        .filter(line -> line.startsWith(name + ": "))
        .map(line -> line.substring(name.length() + 2).replace("\"", ""))
        .findFirst()
        .orElseThrow();
  }
}
