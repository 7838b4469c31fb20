package org.dossier.evaluation;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import org.dossier.answer.About;
import org.dossier.answer.Abstained;
import org.dossier.answer.Answer;
import org.dossier.answer.AnswerMetadata;
import org.dossier.answer.AnswerOrigin;
import org.dossier.answer.Answered;
import org.dossier.answer.Citation;
import org.dossier.answer.Clarification;
import org.dossier.answer.Related;
import org.dossier.answer.Statement;
import org.dossier.answer.Support;
import org.dossier.archive.Article;
import org.dossier.archive.ArticleVersion;
import org.dossier.evaluation.question.EvaluatedQuestion;
import org.dossier.evaluation.question.ExpectedAnswers;
import org.dossier.evaluation.question.ExpectedReply;
import org.dossier.evaluation.question.GoldQuestion;
import org.dossier.evaluation.question.Nuggets;
import org.dossier.text.Span;

/// Evaluated questions for tests.
public final class EvaluatedQuestions {
  private EvaluatedQuestions() {}

  public static GoldQuestion unanswerable(String id) {
    return question(id, ExpectedReply.ABSTENTION);
  }

  public static GoldQuestion expecting(String id, String answer) {
    return question(id, answers(List.of(List.of(answer)), Set.of()));
  }

  public static GoldQuestion expectingArticles(String id, String... articles) {
    return question(id, answers(List.of(), Set.of(articles)));
  }

  public static GoldQuestion expectingAnything(String id) {
    return question(id, answers(List.of(), Set.of()));
  }

  public static GoldQuestion expectingNuggets(String id, String... nuggets) {
    return question(
        id,
        new ExpectedReply(
            ExpectedReply.Kind.ANSWER, new ExpectedAnswers(List.of()), nuggets(nuggets), Set.of()));
  }

  /// A question that expects a reply about the archive or the program.
  public static GoldQuestion expectingReply(String id, String... nuggets) {
    return question(
        id,
        new ExpectedReply(
            ExpectedReply.Kind.REPLY, new ExpectedAnswers(List.of()), nuggets(nuggets), Set.of()));
  }

  public static GoldQuestion followUp(String id, String answer) {
    var history = List.of(new GoldQuestion.Turn(GoldQuestion.Role.USER, "What was first?"));
    return question(
        id,
        new GoldQuestion.Context(history, List.of(), null, 1),
        answers(List.of(List.of(answer)), Set.of()));
  }

  public static GoldQuestion typed(String type, GoldQuestion gold) {
    return new GoldQuestion(
        gold.id(), type, gold.question(), gold.asked(), gold.context(), gold.expected());
  }

  /// The expectation of an answer without nuggets.
  public static ExpectedReply answers(List<List<String>> answers, Set<String> articles) {
    return new ExpectedReply(
        ExpectedReply.Kind.ANSWER, new ExpectedAnswers(answers), new Nuggets(List.of()), articles);
  }

  private static Nuggets nuggets(String... nuggets) {
    return new Nuggets(Arrays.stream(nuggets).map(List::of).toList());
  }

  private static GoldQuestion question(String id, ExpectedReply expected) {
    return question(id, GoldQuestion.Context.NONE, expected);
  }

  private static GoldQuestion question(
      String id, GoldQuestion.Context context, ExpectedReply expected) {
    return new GoldQuestion(id, null, "What of " + id + "?", null, context, expected);
  }

  /// A question answered with the given statements, all of them copied from `article`.
  public static EvaluatedQuestion answered(
      GoldQuestion gold, double confidence, String article, String... words) {
    var quoted = quoted(article, words);
    return trial(
        gold,
        new Answered(quoted.statements(), quoted.citations(), metadata(confidence)),
        List.of());
  }

  /// The same with statements that may not answer the question.
  public static EvaluatedQuestion related(
      GoldQuestion gold, double confidence, String article, String... words) {
    var quoted = quoted(article, words);
    return trial(
        gold,
        new Related(quoted.statements(), quoted.citations(), metadata(confidence)),
        List.of());
  }

  /// A question replied to in the program's own words.
  public static EvaluatedQuestion about(GoldQuestion gold, String text, String... examples) {
    return trial(gold, new About(text, List.of(examples), metadata(1)), List.of());
  }

  public static EvaluatedQuestion clarified(GoldQuestion gold, String text, String... choices) {
    return trial(gold, new Clarification(text, List.of(choices), metadata(0)), List.of());
  }

  private static AnswerMetadata metadata(double confidence) {
    return new AnswerMetadata(confidence, AnswerOrigin.EXTRACTIVE, 1);
  }

  private record Quoted(List<Statement> statements, List<Citation> citations) {}

  private static Quoted quoted(String article, String... words) {
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
    return new Quoted(statements, citations);
  }

  public static EvaluatedQuestion abstained(GoldQuestion gold, double confidence) {
    return trial(
        gold,
        new Abstained(
            Abstained.Reason.WEAK_EVIDENCE, "It does not say.", List.of(), metadata(confidence)),
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
