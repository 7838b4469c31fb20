package org.dossier.evaluation.question;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.dossier.answer.About;
import org.dossier.answer.Abstained;
import org.dossier.answer.Answer;
import org.dossier.answer.Answered;
import org.dossier.answer.Citation;
import org.dossier.answer.CitedAnswer;
import org.dossier.answer.Clarification;
import org.dossier.answer.Statement;
import org.dossier.retrieval.Evidence;

/// One question of a set that was asked: the expected and the actual reply.
///
/// @param gold the expected reply
/// @param standaloneQuestion the standalone question that was asked
/// @param retrieved the articles that were retrieved for it
/// @param answer the reply
/// @param nanoseconds time from the question to the complete reply
public record EvaluatedQuestion(
    GoldQuestion gold,
    String standaloneQuestion,
    RetrievedArticles retrieved,
    Answer answer,
    long nanoseconds) {

  /// The retrieved articles, to a greater depth than an answer uses.
  ///
  /// @param articles ids without duplicates, in the order of their first passages
  /// @param headlines headlines of the first few articles, in the same order
  /// @param answerRank number of passages, from the first, that together contain the expected
  ///   answer; 0 if they do not contain it, or the set states none
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

    /// A passage is retrieved and displayed together with its headline.
    private static String inContext(Evidence evidence) {
      var title = evidence.source().article().title();
      return title == null ? evidence.text() : title + "\n" + evidence.text();
    }
  }

  public boolean answered() {
    return answer instanceof Answered;
  }

  /// The texts of the statements, without markers; empty if the reply cites nothing.
  public List<String> statements() {
    return switch (answer) {
      case CitedAnswer cited -> cited.statements().stream().map(Statement::text).toList();
      case Clarification _, About _, Abstained _ -> List.of();
    };
  }

  /// The citations of the answer, possibly empty.
  public List<Citation> citations() {
    return switch (answer) {
      case CitedAnswer cited -> cited.citations();
      case Clarification _, About _, Abstained _ -> List.of();
    };
  }

  /// True if the answer's text contains the expected words. False if the set states none.
  public boolean textContainsAnswer() {
    return gold.answers().isContainedIn(List.of(String.join(" ", statements())));
  }

  /// True if the cited text contains the expected words. False if the set states none.
  public boolean citationsContainAnswer() {
    return gold.answers().isContainedIn(citations().stream().map(Citation::quote).toList());
  }

  /// True if the answer cites an article that answers the question. False if the set states none.
  public boolean citesExpectedArticle() {
    return citations().stream()
        .anyMatch(citation -> gold.articles().contains(citation.source().article().id()));
  }

  public Outcome outcome() {
    return Outcome.of(answer);
  }

  public boolean abstained() {
    return answer instanceof Abstained;
  }

  /// The number of expected nuggets in the words that the reply shows.
  public int nuggetsFound() {
    return gold.expected().nuggets().countIn(judgedText());
  }

  boolean statesNuggets() {
    return !gold.expected().nuggets().isEmpty();
  }

  /// The share of the expected nuggets in the words that the reply shows. Only if the set states
  /// any.
  double shareOfNuggets() {
    return (double) nuggetsFound() / gold.expected().nuggets().size();
  }

  /// The label of the kind of question that was recognized.
  public String kind() {
    return answer.kind().name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  public Judgement judgement() {
    return switch (gold.expected().kind()) {
      case ABSTAIN -> answered() ? Judgement.OVERCLAIMED : Judgement.DECLINED;
      case ANSWER -> judge(answer instanceof CitedAnswer && showsAnswer());
      case REPLY -> judge(nuggetsFound() == gold.expected().nuggets().size() && showsDecisive());
    };
  }

  private Judgement judge(boolean asExpected) {
    if (abstained()) {
      return Judgement.REFUSED;
    }
    return asExpected ? Judgement.HELPFUL : Judgement.NOT_HELPFUL;
  }

  private boolean showsAnswer() {
    var nuggets = gold.expected().nuggets();
    if (nuggets.isEmpty() && gold.answers().isEmpty()) {
      return gold.articles().isEmpty() || citesExpectedArticle();
    }
    return nuggetsFound() * 2 >= nuggets.size() && showsDecisive();
  }

  private boolean showsDecisive() {
    return new Nuggets(gold.answers().groups()).areAllIn(judgedText());
  }

  /// Notes and sources belong to a reply about the archive, but do not answer a question.
  private String judgedText() {
    return gold.expected().kind() == ExpectedReply.Kind.REPLY
        ? shownText() + " " + notesAndSources()
        : shownText();
  }

  private String notesAndSources() {
    var text = new ArrayList<String>();
    answer.notes().forEach(note -> text.add(note.text()));
    for (var citation : citations()) {
      var article = citation.source().article();
      text.add(article.headline());
      text.add(Objects.requireNonNullElse(article.publisher(), ""));
      text.add(Objects.toString(article.published(), ""));
    }
    return String.join(" ", text);
  }

  /// All words of the reply without markers, then the quotes of its citations.
  private String shownText() {
    var text = new ArrayList<String>();
    switch (answer) {
      case CitedAnswer cited -> {
        text.addAll(statements());
        cited.citations().forEach(citation -> text.add(citation.quote()));
      }
      case Clarification clarification -> {
        text.add(clarification.text());
        text.addAll(clarification.choices());
      }
      case About about -> {
        text.add(about.text());
        text.addAll(about.examples());
      }
      case Abstained _ -> {}
    }
    return String.join(" ", text);
  }
}
