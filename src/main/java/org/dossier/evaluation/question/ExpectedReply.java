package org.dossier.evaluation.question;

import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/// The expected reply to a question, as far as the set states it.
///
/// @param kind the kind of reply
/// @param answers the decisive words; empty if not stated
/// @param nuggets the key facts; empty if not stated
/// @param articles ids of the articles that answer the question, in the set's order; empty if not
///   stated
public record ExpectedReply(
    Kind kind, ExpectedAnswers answers, Nuggets nuggets, Set<String> articles) {
  /// A reply that claims no answer.
  public static final ExpectedReply ABSTENTION =
      new ExpectedReply(
          Kind.ABSTAIN, new ExpectedAnswers(List.of()), new Nuggets(List.of()), Set.of());

  /// The kinds of expected replies.
  public enum Kind {
    /// Cited statements: the archive has the answer.
    ANSWER,
    /// No answer: the archive does not have one.
    ABSTAIN,
    /// A reply about the archive or the program, or to a greeting; it needs no citation.
    REPLY
  }

  public ExpectedReply {
    articles = Collections.unmodifiableSet(new LinkedHashSet<>(articles));
    if (kind == Kind.ABSTAIN && isStated(answers, nuggets, articles)) {
      throw new IllegalArgumentException("an abstention is expected, but also an answer");
    }
  }

  /// True if the set states what the reply contains or cites.
  boolean isStated() {
    return isStated(answers, nuggets, articles);
  }

  private static boolean isStated(ExpectedAnswers answers, Nuggets nuggets, Set<String> articles) {
    return !(answers.isEmpty() && nuggets.isEmpty() && articles.isEmpty());
  }
}
