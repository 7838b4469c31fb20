package org.dossier.evaluation.question;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import org.dossier.answer.About;
import org.dossier.answer.Abstained;
import org.dossier.answer.CitedAnswer;
import org.dossier.answer.Clarification;
import org.dossier.answer.Note;
import org.jspecify.annotations.Nullable;

/// The JSON form of a report; docs/measurements/evaluation.md describes the fields. Two reports of
/// the same archive, set and settings differ in latencies only.
public final class EvaluationReportJson {
  private static final ObjectMapper JSON =
      new ObjectMapper().enable(SerializationFeature.INDENT_OUTPUT);
  private static final int ARTICLES = 10;

  private EvaluationReportJson() {}

  /// @param comparison the differences from an earlier report; `null` if there is no earlier report
  public static String format(EvaluationReport evaluationReport, @Nullable Comparison comparison) {
    var json = JSON.createObjectNode();
    json.put("set", evaluationReport.set());
    write(evaluationReport.measured(), json.putObject("measured"));
    var metrics = json.putArray("metrics");
    evaluationReport.metrics().forEach(metric -> write(metric, metrics.addObject()));
    if (comparison != null) {
      write(comparison, json.putObject("comparison"));
    }
    writeBreakdown(evaluationReport.byType(), json.putArray("byType"));
    writeBreakdown(evaluationReport.byKind(), json.putArray("byKind"));
    var questions = json.putArray("questions");
    evaluationReport
        .questions()
        .forEach(evaluatedQuestion -> write(evaluatedQuestion, questions.addObject()));
    try {
      return JSON.writeValueAsString(json);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("cannot write the report as JSON", e);
    }
  }

  private static void write(EvaluationReport.Measured measured, ObjectNode json) {
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

  private static void writeBreakdown(List<Breakdown> breakdowns, ArrayNode json) {
    for (var breakdown : breakdowns) {
      var line = json.addObject();
      line.put("name", breakdown.name());
      line.put("questions", breakdown.questions());
      line.put("correct", breakdown.correct());
      var outcomes = line.putObject("outcomes");
      for (var outcome : Outcome.values()) {
        outcomes.put(outcome.label(), breakdown.outcomes().getOrDefault(outcome, 0));
      }
      if (breakdown.nuggets() != null) {
        line.put("nuggets", breakdown.nuggets());
      }
    }
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
    writeChanges(comparison.regressed(), json.putArray("regressed"));
    writeChanges(comparison.improved(), json.putArray("improved"));
  }

  private static void writeChanges(
      List<Comparison.JudgementChange> judgementChanges, ArrayNode json) {
    for (var judgementChange : judgementChanges) {
      var question = json.addObject();
      question.put("id", judgementChange.now().gold().id());
      question.put("before", judgementChange.before());
      question.put("now", judgementChange.now().judgement().label());
    }
  }

  private static void write(EvaluatedQuestion evaluatedQuestion, ObjectNode json) {
    var gold = evaluatedQuestion.gold();
    json.put("id", gold.id());
    json.put("type", gold.type());
    json.put("question", gold.question());
    json.put("followUp", gold.isFollowUp());
    json.put("standaloneQuestion", evaluatedQuestion.standaloneQuestion());
    writeExpected(gold, json.putObject("expected"));
    json.put("outcome", evaluatedQuestion.outcome().label());
    json.put("kind", evaluatedQuestion.kind());
    json.put("judgement", evaluatedQuestion.judgement().label());
    json.put("confidence", evaluatedQuestion.answer().confidence());
    if (evaluatedQuestion.statesNuggets()) {
      var nuggets = json.putObject("nuggets");
      nuggets.put("found", evaluatedQuestion.nuggetsFound());
      nuggets.put("of", gold.expected().nuggets().size());
    }
    reply(evaluatedQuestion, json);
    strings(
        evaluatedQuestion.answer().notes().stream().map(Note::text).toList(),
        json.putArray("notes"));
    var found = json.putObject("retrieved");
    strings(
        evaluatedQuestion.retrieved().articles().stream().limit(ARTICLES).toList(),
        found.putArray("articles"));
    found.put("answerRank", evaluatedQuestion.retrieved().answerRank());
    json.put("nanoseconds", evaluatedQuestion.nanoseconds());
  }

  private static void writeExpected(GoldQuestion gold, ObjectNode json) {
    json.put("reply", gold.expected().kind().name().toLowerCase(Locale.ROOT));
    groups(gold.answers().groups(), "answers", json);
    groups(gold.expected().nuggets().groups(), "nuggets", json);
    if (!gold.articles().isEmpty()) {
      strings(gold.articles(), json.putArray("articles"));
    }
  }

  private static void groups(List<List<String>> groups, String field, ObjectNode json) {
    if (!groups.isEmpty()) {
      var lists = json.putArray(field);
      groups.forEach(group -> strings(group, lists.addArray()));
    }
  }

  private static void reply(EvaluatedQuestion evaluatedQuestion, ObjectNode json) {
    switch (evaluatedQuestion.answer()) {
      case CitedAnswer answered -> {
        strings(evaluatedQuestion.statements(), json.putArray("statements"));
        var citations = json.putArray("citations");
        for (var citation : answered.citations()) {
          var source = citations.addObject();
          source.put("article", citation.source().article().id());
          source.put("quote", citation.quote());
        }
      }
      case Clarification clarification -> json.put("text", clarification.text());
      case About about -> json.put("text", about.text());
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
