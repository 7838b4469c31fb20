package org.dossier.evaluation.question;

import java.time.LocalDate;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// A question with the correct reply, as far as the set states it.
///
/// @param id unique within its set; never blank
/// @param question the last turn, in the user's words; never blank
/// @param asked date on which it was asked; `null` if not stated
/// @param history the turns before it, oldest first, possibly empty
/// @param answers the expected words; empty if not stated
/// @param articles ids of the articles that answer it, in the set's order; empty if not stated
/// @param abstain true if the correct reply is an abstention
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
          "a question requires an id and a text: “%s” “%s”".formatted(id, question));
    }
    history = List.copyOf(history);
    articles = Collections.unmodifiableSet(new LinkedHashSet<>(articles));
    if (abstain && !(answers.isEmpty() && articles.isEmpty())) {
      throw new IllegalArgumentException(
          "question %s requires an abstention but has an answer".formatted(id));
    }
  }

  /// True if earlier turns are needed to understand it.
  public boolean isFollowUp() {
    return !history.isEmpty();
  }

  /// An earlier turn.
  public record Turn(Role role, String text) {}

  /// The author of a turn.
  public enum Role {
    USER,
    ASSISTANT
  }
}
