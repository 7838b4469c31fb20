package org.dossier.evaluation.question;

import java.util.LinkedHashMap;
import java.util.List;
import org.dossier.answer.Abstained;
import org.dossier.answer.Answer;
import org.dossier.answer.Answered;
import org.dossier.answer.Citation;
import org.dossier.answer.Statement;
import org.dossier.retrieval.Evidence;

/// One question of a set, asked: what was expected and what came back.
///
/// @param gold what was expected
/// @param standAlone what was asked in the end
/// @param found what was retrieved for it
/// @param answer the reply
/// @param nanoseconds from asking to the whole reply
public record EvaluatedQuestion(
    GoldQuestion gold,
    String standAlone,
    RetrievedArticles found,
    Answer answer,
    long nanoseconds) {

  /// What retrieval brought up, looking further down the ranks than an answer does.
  ///
  /// @param articles ids, each once, in the order of their first passages
  /// @param headlines the first few articles' headlines, in the same order
  /// @param answerRank how many passages from the first it takes until they hold the expected
  ///   answer; 0 where they do not, or none is known
  public record RetrievedArticles(List<String> articles, List<String> headlines, int answerRank) {
    private static final int HEADLINES = 3;

    public RetrievedArticles {
      articles = List.copyOf(articles);
      headlines = List.copyOf(headlines);
    }

    static RetrievedArticles of(List<Evidence> evidence, ExpectedAnswers answers) {
      var headlines = new LinkedHashMap<String, String>();
      for (var passage : evidence) {
        var article = passage.source().article();
        headlines.putIfAbsent(article.id(), article.headline());
      }
      return new RetrievedArticles(
          List.copyOf(headlines.keySet()),
          headlines.values().stream().limit(HEADLINES).toList(),
          answers.rank(evidence.stream().map(RetrievedArticles::inContext).toList()));
    }

    /// A passage is found, and shown, together with its headline.
    private static String inContext(Evidence evidence) {
      var title = evidence.source().article().title();
      return title == null ? evidence.text() : title + "\n" + evidence.text();
    }
  }

  public boolean answered() {
    return answer instanceof Answered;
  }

  /// The statements' own words, without markers; none for an abstention.
  public List<String> statements() {
    return switch (answer) {
      case Answered answered -> answered.statements().stream().map(Statement::text).toList();
      case Abstained _ -> List.of();
    };
  }

  /// What the answer cites; nothing for an abstention.
  public List<Citation> citations() {
    return switch (answer) {
      case Answered answered -> answered.citations();
      case Abstained _ -> List.of();
    };
  }

  /// Whether the answer's text holds the expected words. False where none are known.
  public boolean textHoldsAnswer() {
    return gold.answers().heldBy(List.of(String.join(" ", statements())));
  }

  /// Whether the words that it cites hold the expected ones. False where none are known.
  public boolean citationsHoldAnswer() {
    return gold.answers().heldBy(citations().stream().map(Citation::quote).toList());
  }

  /// Whether it cites an article that answers. False where none is known.
  public boolean citesExpectedArticle() {
    return citations().stream()
        .anyMatch(citation -> gold.articles().contains(citation.source().article().id()));
  }

  public Judgement verdict() {
    if (gold.abstain()) {
      return answered() ? Judgement.UNFOUNDED : Judgement.RIGHT;
    }
    if (!answered()) {
      return Judgement.DECLINED;
    }
    return onTarget() ? Judgement.RIGHT : Judgement.OFF_TARGET;
  }

  private boolean onTarget() {
    if (!gold.answers().isEmpty()) {
      return textHoldsAnswer();
    }
    return gold.articles().isEmpty() || citesExpectedArticle();
  }
}
