package org.dossier.chat.rewriting;

import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.dossier.chat.conversation.ChatConfig;
import org.dossier.question.ConversationContext;
import org.dossier.text.CombiningMarks;
import org.dossier.text.WhiteSpace;

/// Makes a message into a question that can be understood without the turns before it: by a model
/// where one is plugged in and can, otherwise by our own rules. Evaluation asks through it too:
/// what a chat makes of its turns is what must be measured. Safe for any number of threads.
@Singleton
public final class QuestionRewriter {
  private static final int ANSWER_WORDS = 60;

  private final Rewriter rewriter;
  private final ChatConfig.Context weights;

  public QuestionRewriter(Rewriter rewriter, ChatConfig config) {
    this.rewriter = rewriter;
    this.weights = config.context();
  }

  /// What was understood.
  ///
  /// @param question reads as a question to somebody who knows nothing of the turns before
  /// @param context those turns, for retrieval to weigh in
  public record Understood(String question, ConversationContext context) {}

  /// @param earlier the turns before, oldest first, perhaps none
  /// @param message in the sender's words
  public Understood understand(List<HistoryTurn> earlier, String message) {
    var line = onOneLine(message);
    if (earlier.isEmpty()) {
      return new Understood(line, ConversationContext.NONE);
    }
    var rewritten =
        rewriter
            .rewritten(earlier, line)
            .map(QuestionRewriter::onOneLine)
            .filter(q -> !q.isEmpty());
    if (rewritten.isPresent()) {
      // It says all that is needed.
      var question = rewritten.get();
      return new Understood(
          question, new ConversationContext(question, said(earlier, weights.standaloneFactor())));
    }
    var own = RuleBasedRewriter.resolve(earlier, line);
    double share = own.dependent() ? 1 : weights.standaloneFactor();
    return new Understood(
        own.question(), new ConversationContext(own.core(), said(earlier, share)));
  }

  /// The last answer, and the last questions, each counting less than the one after it. The answer
  /// counts by its meaning only: it has many words, and the wrong ones for what comes next.
  private List<ConversationContext.WeightedText> said(List<HistoryTurn> earlier, double share) {
    var weightedText = new ArrayList<ConversationContext.WeightedText>();
    var answer = beginning(String.join(" ", earlier.getLast().statements()));
    if (!answer.isBlank()) {
      weightedText.add(
          new ConversationContext.WeightedText(answer, 0, share * weights.answerWeight()));
    }
    double left = share;
    for (var turn : earlier.reversed().stream().limit(weights.turnsUsed()).toList()) {
      weightedText.add(
          new ConversationContext.WeightedText(
              turn.question(), left * weights.lexicalWeight(), left * weights.vectorWeight()));
      left *= weights.decay();
    }
    return weightedText;
  }

  /// Embedding takes its time for every word, and what follows is mostly asked about the first.
  private static String beginning(String answer) {
    var words = answer.split(" ");
    return words.length <= ANSWER_WORDS
        ? answer
        : String.join(" ", Arrays.copyOf(words, ANSWER_WORDS));
  }

  private static String onOneLine(String message) {
    return CombiningMarks.limit(WhiteSpace.normalize(message));
  }
}
