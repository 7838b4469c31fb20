package org.dossier.evaluation;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import org.dossier.answer.Abstained;
import org.dossier.answer.Answered;
import org.jspecify.annotations.Nullable;

/// Writes a report for machines; docs/evaluation.md describes the fields. Two reports of the same
/// archive, set and settings differ in latencies only.
public final class ReportJson {
  private static final ObjectMapper JSON =
      new ObjectMapper().enable(SerializationFeature.INDENT_OUTPUT);
  private static final int ARTICLES = 10;

  private ReportJson() {}

  /// @param comparison what changed since an earlier report; null where there is none
  public static String of(Report report, @Nullable Comparison comparison) {
    var json = JSON.createObjectNode();
    json.put("set", report.set());
    write(report.measured(), json.putObject("measured"));
    var metrics = json.putArray("metrics");
    report.metrics().forEach(metric -> write(metric, metrics.addObject()));
    if (comparison != null) {
      write(comparison, json.putObject("comparison"));
    }
    var questions = json.putArray("questions");
    report.trials().forEach(trial -> write(trial, questions.addObject()));
    try {
      return JSON.writeValueAsString(json);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("a tree of plain values can be written", e);
    }
  }

  private static void write(Report.Measured measured, ObjectNode json) {
    json.put("articles", measured.articles());
    json.put("passages", measured.passages());
    json.put("indexGeneration", measured.generation());
    var settings = json.putObject("settings");
    measured.settings().forEach(settings::put);
  }

  private static void write(Metric metric, ObjectNode json) {
    json.put("group", metric.group());
    json.put("name", metric.name());
    json.put("value", metric.value());
    json.put("unit", metric.unit().name().toLowerCase(Locale.ROOT));
    json.put("questions", metric.questions());
  }

  private static void write(Comparison comparison, ObjectNode json) {
    json.put("set", comparison.earlierSet());
    json.put("questions", comparison.common());
    var metrics = json.putArray("metrics");
    for (var change : comparison.changes()) {
      var metric = metrics.addObject();
      metric.put("group", change.now().group());
      metric.put("name", change.now().name());
      metric.put("before", change.before());
      metric.put("now", change.now().value());
      metric.put("difference", change.difference());
    }
    flips(comparison.lost(), json.putArray("lost"));
    flips(comparison.won(), json.putArray("won"));
  }

  private static void flips(List<Comparison.Flip> flips, ArrayNode json) {
    for (var flip : flips) {
      var question = json.addObject();
      question.put("id", flip.now().gold().id());
      question.put("before", flip.before());
      question.put("now", flip.now().verdict().word());
    }
  }

  private static void write(Trial trial, ObjectNode json) {
    var gold = trial.gold();
    json.put("id", gold.id());
    json.put("question", gold.question());
    json.put("followUp", gold.followsUp());
    json.put("asked", trial.standAlone());
    expected(gold, json.putObject("expected"));
    json.put("verdict", trial.verdict().word());
    json.put("confidence", trial.answer().confidence());
    reply(trial, json);
    var found = json.putObject("found");
    strings(trial.found().articles().stream().limit(ARTICLES).toList(), found.putArray("articles"));
    found.put("answerRank", trial.found().answerRank());
    json.put("nanoseconds", trial.nanoseconds());
  }

  private static void expected(GoldQuestion gold, ObjectNode json) {
    json.put("abstain", gold.abstain());
    if (!gold.answers().isEmpty()) {
      var answers = json.putArray("answers");
      gold.answers().groups().forEach(group -> strings(group, answers.addArray()));
    }
    if (!gold.articles().isEmpty()) {
      strings(gold.articles(), json.putArray("articles"));
    }
  }

  private static void reply(Trial trial, ObjectNode json) {
    switch (trial.answer()) {
      case Answered answered -> {
        strings(trial.statements(), json.putArray("statements"));
        var citations = json.putArray("citations");
        for (var citation : answered.citations()) {
          var source = citations.addObject();
          source.put("article", citation.source().article().id());
          source.put("quote", citation.quote());
        }
      }
      case Abstained abstained -> {
        json.put("reason", abstained.reason().name().toLowerCase(Locale.ROOT));
        json.put("explanation", abstained.explanation());
      }
    }
  }

  private static void strings(Collection<String> values, ArrayNode json) {
    values.forEach(json::add);
  }
}
