package org.dossier.web;

import static java.util.stream.Collectors.toMap;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// Checks the documentation of metrics, the dashboard and the alert rules against the actual
/// metrics.
@QuarkusTest
@TestProfile(DefaultProfile.class)
class MetricsTest {
  private static final Path PAGE = Path.of("docs/reference/observability.md");
  private static final Path DASHBOARD = Path.of("k8s/observability/dashboard.json");
  private static final Path ALERTS = Path.of("k8s/observability/alerts.yaml");
  private static final Pattern METRIC =
      Pattern.compile("(?m)^\\| `(dossier_[a-z_]+)` \\| (\\w+) \\|([^|]*)\\| .{10,} \\|$");
  private static final String REQUESTS = "http_server_requests_seconds";
  private static final int ATTEMPTS = 100;
  private static final Pattern ALERT = Pattern.compile("(?m)^\\| `(Dossier[A-Za-z]+)` \\|");

  private static final ObjectMapper JSON =
      strict(JsonMapper.builder().enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION).build());
  private static final ObjectMapper YAML =
      strict(YAMLMapper.builder().enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION).build());

  private Exposition shown = Exposition.NOTHING;

  /// Waits until a request is counted, which happens shortly after the first response.
  @BeforeEach
  void look() {
    for (int i = 0; i < ATTEMPTS && !shown.types().containsKey(REQUESTS); i++) {
      Api.get("/api/archive");
      shown = Exposition.now();
    }
  }

  private static ObjectMapper strict(ObjectMapper mapper) {
    return mapper
        .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
        .disable(JsonParser.Feature.ALLOW_COMMENTS);
  }

  /// The type and the labels of a metric, documented or actual.
  private record Meter(String type, Set<String> labels) {}

  @Test
  void metricsAndTheirDocumentationMatch() throws IOException {
    assertThat(documented()).isEqualTo(ours());
  }

  @Test
  void everyMetricHasADescription() {
    assertThat(shown.helps()).containsKeys(ours().keySet().toArray(String[]::new));
  }

  private static Map<String, Meter> documented() throws IOException {
    return METRIC
        .matcher(Files.readString(PAGE))
        .results()
        .collect(
            toMap(
                row -> row.group(1),
                row -> new Meter(row.group(2), labels(row.group(3))),
                (one, _) -> one,
                TreeMap::new));
  }

  private static Set<String> labels(String cell) {
    var labels = new TreeSet<>(Arrays.asList(cell.replace("`", "").strip().split(",\\s*")));
    labels.remove("");
    return labels;
  }

  private Map<String, Meter> ours() {
    var ours = new TreeMap<String, Meter>();
    shown
        .types()
        .forEach((name, type) -> {
          if (name.startsWith("dossier_") && !name.endsWith("_max")) {
            ours.put(name, new Meter(type, shownLabels(name, type)));
          }
        });
    return ours;
  }

  private Set<String> shownLabels(String name, String type) {
    boolean single = type.equals("gauge") || type.equals("counter");
    return new TreeSet<>(
        shown.labels().getOrDefault(single ? name : name + "_count", Map.of()).keySet());
  }

  @Test
  void everyDashboardExpressionCanReturnData() throws IOException {
    var dashboard = JSON.readTree(Files.readString(DASHBOARD));

    var expressions = dashboard.findValuesAsText("expr");
    assertThat(expressions).hasSizeGreaterThan(20);
    assertThat(faults(expressions)).isEmpty();
  }

  @Test
  void dashboardPanelsHaveDistinctTitles() throws IOException {
    var panels = JSON.readTree(Files.readString(DASHBOARD)).path("panels");

    assertThat(panels.findValuesAsText("title")).doesNotHaveDuplicates();
    var ids = new ArrayList<Integer>();
    panels.forEach(panel -> ids.add(panel.path("id").asInt()));
    assertThat(ids).doesNotHaveDuplicates();
  }

  @Test
  void everyAlertCanFireAndHasARunbook() throws IOException {
    for (var rule : rules()) {
      var name = rule.path("alert").asText();
      assertThat(faults(List.of(rule.path("expr").asText()))).as(name).isEmpty();
      assertThat(rule.at("/labels/severity").asText()).as(name).isIn("critical", "warning", "info");
      assertThat(rule.at("/annotations/summary").asText()).as(name).isNotBlank();
      assertThat(rule.at("/annotations/runbook").asText())
          .as(name)
          .hasSizeGreaterThan(40)
          .endsWith("docs/reference/observability.md#alerts");
    }
  }

  @Test
  void alertsAndTheirDocumentationMatch() throws IOException {
    var documented =
        ALERT.matcher(Files.readString(PAGE)).results().map(row -> row.group(1)).toList();

    assertThat(rules())
        .extracting(rule -> rule.path("alert").asText())
        .containsExactlyElementsOf(documented);
  }

  @Test
  void expressionsWithoutDataAreDetected() {
    var wrong = "sum by (colour) (rate(dossier_passages{taste=\"sour\"}[5m])) / dossier_passengers";

    assertThat(new PromQlExpression(wrong).findFaults(shown))
        .containsExactlyInAnyOrder(
            "no label colour",
            "no dossier_passages with taste=\"sour\"",
            "no metric dossier_passengers");
  }

  private static List<JsonNode> rules() throws IOException {
    var rules = new ArrayList<JsonNode>();
    YAML.readTree(Files.readString(ALERTS))
        .at("/spec/groups")
        .forEach(group -> group.path("rules").forEach(rules::add));
    assertThat(rules).isNotEmpty();
    return rules;
  }

  /// The faults of the expressions that have any.
  private Map<String, Set<String>> faults(List<String> expressions) {
    return expressions.stream()
        .filter(words -> !new PromQlExpression(words).findFaults(shown).isEmpty())
        .collect(toMap(words -> words, words -> new PromQlExpression(words).findFaults(shown)));
  }
}
