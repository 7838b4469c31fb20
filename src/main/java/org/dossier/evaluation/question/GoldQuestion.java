package org.dossier.evaluation.question;

import java.time.LocalDate;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// A question together with what the right reply to it is, as far as the set says.
///
/// @param id names it within its set; never blank
/// @param question the last turn, in the asker's words; never blank
/// @param asked the day it was asked; null where not stated
/// @param history the turns before it, oldest first, perhaps none
/// @param answers the words to be found; none where not stated
/// @param articles ids of the articles that answer it, in the set's order; none where not stated
/// @param abstain whether the right reply is that the archive does not say
public record GoldQuestion(
    String id,
    String question,
    @Nullable LocalDate asked,
    List<Turn> history,
    ExpectedAnswers answers,
    Set<String> articles,
    boolean abstain) {
  public GoldQuestion {
    if (id.isBlank() || question.isBlank()) {
      throw new IllegalArgumentException(
          "a question has an id and words: “%s” “%s”".formatted(id, question));
    }
    history = List.copyOf(history);
    articles = Collections.unmodifiableSet(new LinkedHashSet<>(articles));
    if (abstain && !(answers.isEmpty() && articles.isEmpty())) {
      throw new IllegalArgumentException(
          "question %s is to be declined and has an answer".formatted(id));
    }
  }

  /// Whether earlier turns are needed to understand it.
  public boolean followsUp() {
    return !history.isEmpty();
  }

  /// Something said earlier.
  public record Turn(Role role, String text) {}

  /// Who said it.
  public enum Role {
    USER,
    ASSISTANT
  }
}
