package org.dossier.evaluation;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.dossier.answer.Abstained;
import org.dossier.answer.Answer;
import org.dossier.answer.AnswerMetadata;
import org.dossier.answer.AnswerOrigin;
import org.dossier.answer.Answered;
import org.dossier.answer.Citation;
import org.dossier.answer.Statement;
import org.dossier.answer.Support;
import org.dossier.archive.Article;
import org.dossier.archive.ArticleVersion;
import org.dossier.evaluation.question.EvaluatedQuestion;
import org.dossier.evaluation.question.ExpectedAnswers;
import org.dossier.evaluation.question.GoldQuestion;
import org.dossier.text.Span;

/// Evaluated questions for tests.
public final class EvaluatedQuestions {
  private EvaluatedQuestions() {}

  public static GoldQuestion unanswerable(String id) {
    return question(id, List.of(), List.of(), Set.of(), true);
  }

  public static GoldQuestion expecting(String id, String answer) {
    return question(id, List.of(), List.of(List.of(answer)), Set.of(), false);
  }

  public static GoldQuestion expectingArticles(String id, String... articles) {
    return question(id, List.of(), List.of(), Set.of(articles), false);
  }

  public static GoldQuestion expectingAnything(String id) {
    return question(id, List.of(), List.of(), Set.of(), false);
  }

  public static GoldQuestion followUp(String id, String answer) {
    var history = List.of(new GoldQuestion.Turn(GoldQuestion.Role.USER, "What was first?"));
    return question(id, history, List.of(List.of(answer)), Set.of(), false);
  }

  private static GoldQuestion question(
      String id,
      List<GoldQuestion.Turn> history,
      List<List<String>> answers,
      Set<String> articles,
      boolean abstain) {
    return new GoldQuestion(
        id, "What of " + id + "?", null, history, new ExpectedAnswers(answers), articles, abstain);
  }

  /// A question answered with the given statements, all of them copied from `article`.
  public static EvaluatedQuestion answered(
      GoldQuestion gold, double confidence, String article, String... words) {
    var source = version(article, String.join(" ", words));
    var statements = new ArrayList<Statement>();
    var citations = new ArrayList<Citation>();
    int start = 0;
    for (var statement : words) {
      int number = citations.size() + 1;
      citations.add(new Citation(number, source, new Span(start, start + statement.length())));
      statements.add(new Statement(statement, List.of(number), Support.VERBATIM));
      start += statement.length() + 1;
    }
    return trial(
        gold,
        new Answered(
            statements, citations, new AnswerMetadata(confidence, AnswerOrigin.EXTRACTIVE, 1)),
        List.of());
  }

  public static EvaluatedQuestion abstained(GoldQuestion gold, double confidence) {
    return trial(
        gold,
        new Abstained(
            Abstained.Reason.WEAK_EVIDENCE,
            "It does not say.",
            List.of(),
            new AnswerMetadata(confidence, AnswerOrigin.EXTRACTIVE, 1)),
        List.of());
  }

  /// The same question with retrieved articles in this order, and the answer in the first
  /// `answerRank` passages.
  public static EvaluatedQuestion retrieved(
      EvaluatedQuestion evaluatedQuestion, int answerRank, String... articles) {
    var ranked = List.of(articles);
    return new EvaluatedQuestion(
        evaluatedQuestion.gold(),
        evaluatedQuestion.standaloneQuestion(),
        new EvaluatedQuestion.RetrievedArticles(ranked, ranked, answerRank),
        evaluatedQuestion.answer(),
        evaluatedQuestion.nanoseconds());
  }

  private static EvaluatedQuestion trial(GoldQuestion gold, Answer answer, List<String> articles) {
    return new EvaluatedQuestion(
        gold,
        gold.question(),
        new EvaluatedQuestion.RetrievedArticles(articles, articles, 0),
        answer,
        3_000_000);
  }

  public static ArticleVersion version(String id, String text) {
    var article =
        new Article(
            id,
            "On " + id,
            null,
            List.of(),
            null,
            "en",
            LocalDate.of(2024, 5, 6),
            false,
            null,
            text);
    return new ArticleVersion(article, article.version(), 1, Instant.EPOCH, Instant.EPOCH, true);
  }
}
