package org.dossier.evaluation.question;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import org.dossier.evaluation.InvalidQuestionSetException;

/// The parts of an earlier JSON report that a comparison needs: its metrics and its judgements.
///
/// @param set the question set's name
/// @param metrics values by group and name
/// @param judgements labels of [Judgement] by question id
public record BaselineReport(String set, Map<Key, Double> metrics, Map<String, String> judgements) {

  /// The identity of a metric.
  public record Key(String group, String name) {}

  /// @throws InvalidQuestionSetException if the file is not an evaluation report
  public static BaselineReport read(Path file) {
    var report = parse(file);
    var metrics = new LinkedHashMap<Key, Double>();
    for (var metric : list(file, report, "metrics")) {
      var key = new Key(metric.path("group").asText(), metric.path("name").asText());
      metrics.put(key, metric.path("value").asDouble());
    }
    var judgements = new LinkedHashMap<String, String>();
    for (var question : list(file, report, "questions")) {
      judgements.put(question.path("id").asText(), judgement(file, question));
    }
    return new BaselineReport(report.path("set").asText(), metrics, judgements);
  }

  private static String judgement(Path file, JsonNode question) {
    var judgement = question.path("judgement").asText();
    if (Arrays.stream(Judgement.values()).noneMatch(known -> known.label().equals(judgement))) {
      throw new InvalidQuestionSetException(
          file,
          "has the unknown judgement “%s”: write the report again with this version"
              .formatted(judgement));
    }
    return judgement;
  }

  private static JsonNode parse(Path file) {
    try (var bytes = Files.newInputStream(file)) {
      return new ObjectMapper().readTree(bytes);
    } catch (JsonProcessingException e) {
      throw new InvalidQuestionSetException(file, "is not JSON: " + e.getOriginalMessage());
    } catch (IOException e) {
      throw new InvalidQuestionSetException(file, e);
    }
  }

  private static JsonNode list(Path file, JsonNode report, String field) {
    var list = report.path(field);
    if (!list.isArray()) {
      throw new InvalidQuestionSetException(
          file, "is not an evaluation report: it has no list “" + field + "”");
    }
    return list;
  }
}
