package org.dossier.slack;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
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
import org.dossier.text.Span;
import org.jspecify.annotations.Nullable;

/// Sample answers.
public final class SampleReplies {
  private SampleReplies() {}

  public static ArticleVersion article(String id, @Nullable String title, String text) {
    var article =
        new Article(
            id,
            title,
            "Gull",
            List.of(),
            null,
            "en",
            LocalDate.of(2011, 11, 11),
            false,
            null,
            text);
    return new ArticleVersion(article, article.version(), 1, Instant.EPOCH, Instant.EPOCH, true);
  }

  /// An answer with each of `sentences`, verbatim from one article.
  public static Answered answerOf(List<String> sentences) {
    return answerOf(
        article("2011/bridge", "The bridge opens", String.join(" ", sentences)), sentences);
  }

  static Answered answerOf(ArticleVersion source, List<String> sentences) {
    var statements = new ArrayList<Statement>();
    var citations = new ArrayList<Citation>();
    for (int i = 0; i < sentences.size(); i++) {
      int start = source.article().text().indexOf(sentences.get(i));
      statements.add(new Statement(sentences.get(i), List.of(i + 1), Support.VERBATIM));
      citations.add(
          new Citation(i + 1, source, new Span(start, start + sentences.get(i).length())));
    }
    return new Answered(statements, citations, new AnswerMetadata(0.9, AnswerOrigin.EXTRACTIVE, 7));
  }

  /// The same statements as of [#answerOf(List)], which are only related to the question.
  public static Related relatedOf(List<String> sentences) {
    var answered = answerOf(sentences);
    return new Related(answered.statements(), answered.citations(), answered.metadata());
  }

  static Clarification clarification(String... choices) {
    return new Clarification("Which bridge?", List.of(choices), metadata());
  }

  static About about(String... examples) {
    return new About("Hello. I answer from 5 articles.", List.of(examples), metadata());
  }

  private static AnswerMetadata metadata() {
    return new AnswerMetadata(1, AnswerOrigin.EXTRACTIVE, 7);
  }

  static Answer abstained() {
    return new Abstained(
        Abstained.Reason.NOT_MENTIONED,
        "The archive does not mention “Atlantis”.",
        List.of(article("2011/bridge", "The bridge opens", "It opened in May.")),
        new AnswerMetadata(0.1, AnswerOrigin.EXTRACTIVE, 7));
  }
}
