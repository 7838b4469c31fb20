package org.dossier.evaluation.question;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.dossier.answer.About;
import org.dossier.answer.Abstained;
import org.dossier.answer.Answered;
import org.dossier.answer.Clarification;
import org.dossier.answer.Related;
import org.dossier.evaluation.ReportText;
import org.jspecify.annotations.Nullable;

/// The plain-text form of a report: one metric per line, then the failed questions one by one.
public final class EvaluationReportTable {
  private static final int NAME = 34;

  private final ReportText text = new ReportText();

  private EvaluationReportTable() {}

  /// @param comparison the differences from an earlier report; `null` if there is no earlier report
  /// @param failures maximum number of failed questions, and of changed ones, that are shown
  public static String format(
      EvaluationReport evaluationReport, @Nullable Comparison comparison, int failures) {
    var table = new EvaluationReportTable();
    table.head(evaluationReport);
    if (comparison == null) {
      table.metrics(evaluationReport.metrics());
    } else {
      table.changes(comparison);
      table.changedJudgements("Regressed", comparison.regressed(), failures);
      table.changedJudgements("Improved", comparison.improved(), failures);
    }
    table.breakdown("By type", evaluationReport.byType());
    table.breakdown("By kind of question", evaluationReport.byKind());
    table.failures(evaluationReport, failures);
    return table.text.toString();
  }

  private void head(EvaluationReport evaluationReport) {
    var evaluatedQuestions = evaluationReport.questions();
    long unanswerable =
        evaluatedQuestions.stream()
            .filter(evaluatedQuestion -> evaluatedQuestion.gold().abstain())
            .count();
    long followUps =
        evaluatedQuestions.stream()
            .filter(evaluatedQuestion -> evaluatedQuestion.gold().isFollowUp())
            .count();
    text.line(
        "%s: %s, %,d to decline, %s",
        evaluationReport.set(),
        formatCount(evaluatedQuestions.size(), "question"),
        unanswerable,
        formatCount(followUps, "follow-up"));
    text.line(
        "archive: %s, %s, index generation %d",
        formatCount(evaluationReport.measured().articles(), "article"),
        formatCount(evaluationReport.measured().passages(), "passage"),
        evaluationReport.measured().generation());
  }

  private void metrics(List<Metric> metrics) {
    String group = "";
    for (var metric : metrics) {
      if (!metric.group().equals(group)) {
        group = metric.group();
        heading(group, "%12s %11s".formatted("", "questions"));
      }
      text.line(
          "  %s %12s %11d",
          pad(metric.name()), metric.unit().format(metric.value()), metric.questions());
    }
  }

  private void breakdown(String title, List<Breakdown> breakdowns) {
    if (breakdowns.isEmpty()) {
      return;
    }
    text.line("");
    text.line(
        "%-21s %9s %8s %9s %8s %8s %6s %10s %8s",
        title,
        "questions",
        "correct",
        "answered",
        "related",
        "clarify",
        "about",
        "abstained",
        "nuggets");
    for (var breakdown : breakdowns) {
      text.line(
          "  %-19s %9d %8d %9d %8d %8d %6d %10d %8s",
          breakdown.name(),
          breakdown.questions(),
          breakdown.correct(),
          count(breakdown, Outcome.ANSWERED),
          count(breakdown, Outcome.RELATED),
          count(breakdown, Outcome.CLARIFY),
          count(breakdown, Outcome.ABOUT),
          count(breakdown, Outcome.ABSTAINED),
          breakdown.nuggets() == null ? "" : Metric.Unit.SHARE.format(breakdown.nuggets()));
    }
  }

  private static int count(Breakdown breakdown, Outcome outcome) {
    return breakdown.outcomes().getOrDefault(outcome, 0);
  }

  private void changes(Comparison comparison) {
    text.line(
        "compared with %s: %,d questions in both", comparison.earlierSet(), comparison.common());
    String group = "";
    for (var change : comparison.changes()) {
      var metric = change.now();
      if (!metric.group().equals(group)) {
        group = metric.group();
        heading(group, "%12s    %12s %12s".formatted("before", "now", "difference"));
      }
      text.line(
          "  %s %12s → %12s %12s",
          pad(metric.name()),
          metric.unit().format(change.before()),
          metric.unit().format(metric.value()),
          metric.unit().formatDifference(change.difference()));
    }
  }

  private void changedJudgements(
      String title, List<Comparison.JudgementChange> judgementChanges, int max) {
    text.line("");
    text.line("%s: %d", title, judgementChanges.size());
    for (var judgementChange : judgementChanges.stream().limit(max).toList()) {
      var gold = judgementChange.now().gold();
      text.line(
          "  [%s] %s (%s → %s)",
          gold.id(),
          gold.question(),
          judgementChange.before(),
          judgementChange.now().judgement().label());
    }
    notShown(judgementChanges.size(), max);
  }

  private void failures(EvaluationReport evaluationReport, int max) {
    var failures = evaluationReport.failures();
    text.line("");
    if (failures.isEmpty()) {
      text.line("No question failed.");
      return;
    }
    text.line(
        "Failed questions: %d of %d (%s)",
        failures.size(), evaluationReport.questions().size(), kinds(failures));
    int number = 1;
    for (var failure : failures.stream().limit(max).toList()) {
      failure(number++, failure);
    }
    notShown(failures.size(), max);
  }

  private void failure(int number, EvaluatedQuestion evaluatedQuestion) {
    var gold = evaluatedQuestion.gold();
    text.line("");
    text.line("%3d. [%s] %s", number, gold.id(), gold.question());
    if (gold.isFollowUp()) {
      text.line("     asked             %s", evaluatedQuestion.standaloneQuestion());
    }
    text.line("     expected          %s", formatExpected(gold));
    text.line(
        "     %-17s %s: %s (%sconfidence %.2f)",
        evaluatedQuestion.judgement().label(),
        evaluatedQuestion.outcome().label(),
        ReportText.shorten(reply(evaluatedQuestion)),
        evaluatedQuestion.statesNuggets()
            ? "nuggets %d of %d, "
                .formatted(evaluatedQuestion.nuggetsFound(), gold.expected().nuggets().size())
            : "",
        evaluatedQuestion.answer().confidence());
    text.line(
        "     retrieved         %s",
        ReportText.shorten(formatFound(evaluatedQuestion.retrieved())));
  }

  private static String formatExpected(GoldQuestion gold) {
    if (gold.abstain()) {
      return "no answer";
    }
    var parts = new ArrayList<String>();
    gold.answers().groups().forEach(group -> parts.add(String.join(" | ", group)));
    gold.expected().nuggets().groups().forEach(group -> parts.add(String.join(" | ", group)));
    if (parts.isEmpty()) {
      parts.addAll(gold.articles());
    }
    if (!parts.isEmpty()) {
      return String.join(" + ", parts);
    }
    return gold.expected().kind() == ExpectedReply.Kind.REPLY ? "a reply" : "an answer";
  }

  private static String reply(EvaluatedQuestion evaluatedQuestion) {
    return switch (evaluatedQuestion.answer()) {
      case Answered answered -> answered.text();
      case Related related -> related.text();
      case Clarification clarification -> clarification.text();
      case About about -> about.text();
      case Abstained abstained ->
          "%s, %s"
              .formatted(
                  abstained.reason().name().toLowerCase(Locale.ROOT).replace('_', ' '),
                  abstained.explanation());
    };
  }

  private static String formatFound(EvaluatedQuestion.RetrievedArticles retrievedArticles) {
    var headlines =
        retrievedArticles.headlines().isEmpty()
            ? "nothing"
            : String.join(" · ", retrievedArticles.headlines());
    return retrievedArticles.answerRank() == 0
        ? headlines
        : "%s; the expected answer by passage %d"
            .formatted(headlines, retrievedArticles.answerRank());
  }

  private static String kinds(List<EvaluatedQuestion> failures) {
    Map<Judgement, Long> counts =
        failures.stream()
            .collect(
                Collectors.groupingBy(
                    EvaluatedQuestion::judgement, TreeMap::new, Collectors.counting()));
    return counts.entrySet().stream()
        .map(entry -> entry.getValue() + " " + entry.getKey().label())
        .collect(Collectors.joining(", "));
  }

  private void heading(String group, String columns) {
    text.line("");
    var title = group.substring(0, 1).toUpperCase(Locale.ROOT) + group.substring(1);
    text.line("%s %s", pad(title) + "  ", columns);
  }

  private void notShown(int all, int shown) {
    if (all > shown) {
      text.line("");
      text.line("… and %d more, not shown", all - shown);
    }
  }

  private static String pad(String name) {
    return name + " ".repeat(Math.max(0, NAME - name.codePointCount(0, name.length())));
  }

  private static String formatCount(long number, String thing) {
    return String.format(Locale.ROOT, "%,d %s%s", number, thing, number == 1 ? "" : "s");
  }
}
