package org.dossier.evaluation.question;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// A question with the correct reply, as far as the set states it.
///
/// @param id unique within its set; never blank
/// @param type the type of the question in the set's own words, such as "overview"; `null` if not
///   stated
/// @param question the last turn, in the user's words; never blank
/// @param asked date on which it was asked; `null` if not stated
/// @param context the turns before it
/// @param expected the expected reply
public record GoldQuestion(
    String id,
    @Nullable String type,
    String question,
    @Nullable LocalDate asked,
    Context context,
    ExpectedReply expected) {
  public GoldQuestion {
    if (id.isBlank() || question.isBlank()) {
      throw new IllegalArgumentException(
          "a question requires an id and a text: “%s” “%s”".formatted(id, question));
    }
  }

  /// True if earlier turns are needed to understand it.
  public boolean isFollowUp() {
    return !(context.history.isEmpty() && context.after.isEmpty()) || context.turn > 1;
  }

  /// The expected words; empty if not stated.
  public ExpectedAnswers answers() {
    return expected.answers();
  }

  /// The ids of the articles that answer it, in the set's order; empty if not stated.
  public Set<String> articles() {
    return expected.articles();
  }

  /// True if the archive does not have the answer, and the reply must not claim one.
  public boolean abstain() {
    return expected.kind() == ExpectedReply.Kind.ABSTAIN;
  }

  /// The turns before a question: the real replies to the earlier questions of its conversation or,
  /// if the set has none, the given turns; then the real replies to the messages in `after`.
  ///
  /// @param history the given turns, oldest first, possibly empty
  /// @param after earlier messages, oldest first, possibly empty
  /// @param conversation identifies the questions of one conversation; `null` if the question has a
  ///   conversation of its own
  /// @param turn its number in the conversation, from 1
  public record Context(
      List<Turn> history, List<String> after, @Nullable String conversation, int turn) {
    /// No turns.
    public static final Context NONE = new Context(List.of(), List.of(), null, 1);

    public Context {
      history = List.copyOf(history);
      after = List.copyOf(after);
      if (turn < 1) {
        throw new IllegalArgumentException("turns are numbered from 1: " + turn);
      }
    }
  }

  /// An earlier turn.
  public record Turn(Role role, String text) {}

  /// The author of a turn.
  public enum Role {
    USER,
    ASSISTANT
  }
}
