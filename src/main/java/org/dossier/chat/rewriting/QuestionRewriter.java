package org.dossier.chat.rewriting;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.dossier.chat.conversation.ChatConfig;
import org.dossier.question.CitedSentences;
import org.dossier.question.ConversationContext;
import org.dossier.question.PlainWording;
import org.dossier.retrieval.Retriever;
import org.dossier.text.CombiningMarks;
import org.dossier.text.InvisibleCharacters;
import org.dossier.text.WhiteSpace;

/// Rewrites a message as a standalone question, which can be understood without the turns before
/// it: with the [Rewriter] if it returns a question, otherwise with the built-in rules. Evaluation
/// uses it too, so that it measures the behaviour of a chat. Safe for any number of threads.
@Singleton
public final class QuestionRewriter {
  private static final int ANSWER_WORDS = 60;

  private final Rewriter rewriter;
  private final ChatConfig config;
  private final ChatConfig.Context weights;
  private final UnaryOperator<String> nameSpelling;

  /// @param retriever of the archive whose names the messages may write in small letters
  @Inject
  public QuestionRewriter(Rewriter rewriter, ChatConfig config, Retriever retriever) {
    this(rewriter, config, retriever.archiveWords()::capitalizeNames);
  }

  /// @param nameSpelling returns a text with its names written as in the archive
  QuestionRewriter(Rewriter rewriter, ChatConfig config, UnaryOperator<String> nameSpelling) {
    this.rewriter = rewriter;
    this.config = config;
    this.weights = config.context();
    this.nameSpelling = nameSpelling;
  }

  /// A rewriter with the built-in rules only.
  public QuestionRewriter withoutLlm() {
    return new QuestionRewriter(Rewriter.NONE, config, nameSpelling);
  }

  /// A rewritten message.
  ///
  /// @param question the standalone question
  /// @param context the previous turns, weighted for retrieval
  /// @param cited what the previous replies cited, if the message asks for more than that;
  ///   otherwise empty
  public record StandaloneQuestion(
      String question, ConversationContext context, CitedSentences cited) {}

  /// Rewrites a message.
  ///
  /// @param turns the previous turns, oldest first; possibly empty
  /// @param message the message as typed
  public StandaloneQuestion rewrite(List<HistoryTurn> turns, String message) {
    var line = onOneLine(message);
    var earlier = turns.stream().filter(HistoryTurn::hasSubject).toList();
    if (earlier.isEmpty()) {
      return new StandaloneQuestion(line, ConversationContext.NONE, CitedSentences.NONE);
    }
    var cited = RuleBasedRewriter.asksForMore(line) ? cited(earlier) : CitedSentences.NONE;
    var rewritten =
        rewriter.rewrite(earlier, line).map(QuestionRewriter::onOneLine).filter(q -> !q.isEmpty());
    if (rewritten.isPresent()) {
      // The question is self-contained, so the context weighs less.
      var question = rewritten.get();
      return new StandaloneQuestion(
          question,
          new ConversationContext(
              question,
              weightedTexts(earlier, weights.standaloneFactor()),
              articles(earlier, weights.standaloneFactor())),
          cited);
    }
    var own = resolve(earlier, line);
    double share = own.dependent() ? 1 : weights.standaloneFactor();
    return new StandaloneQuestion(
        own.question(),
        new ConversationContext(
            own.core(), weightedTexts(earlier, share), articles(earlier, share)),
        cited);
  }

  /// Resolves the message by the rules, which know a name by its capitals.
  private RuleBasedRewriter.Rewrite resolve(List<HistoryTurn> earlier, String line) {
    var named = earlier.stream().map(turn -> turn.withQuestion(written(turn.question()))).toList();
    var written = written(line);
    var rewrite = RuleBasedRewriter.resolve(named, written);
    return rewrite.question().equalsIgnoreCase(written)
        ? new RuleBasedRewriter.Rewrite(line, line, rewrite.dependent())
        : rewrite;
  }

  private String written(String question) {
    return nameSpelling.apply(PlainWording.of(question));
  }

  /// The articles of the last answer: a further question is most often about them. The article with
  /// the most cited sentences has the full weight.
  private Map<String, Double> articles(List<HistoryTurn> earlier, double share) {
    var sentences =
        earlier.getLast().sentences().stream()
            .collect(Collectors.groupingBy(CitedSentences.Place::article, Collectors.counting()));
    double most = sentences.values().stream().mapToLong(Long::longValue).max().orElse(1);
    return sentences.entrySet().stream()
        .collect(
            Collectors.toMap(
                Map.Entry::getKey,
                article -> share * weights.articleWeight() * article.getValue() / most));
  }

  private static CitedSentences cited(List<HistoryTurn> earlier) {
    return new CitedSentences(
        earlier.stream()
            .flatMap(turn -> turn.sentences().stream())
            .collect(Collectors.toUnmodifiableSet()));
  }

  /// The last answer and the last questions, each weighing less than the one after it. The answer
  /// counts for the vector search only: for the lexical search it has too many words, and the wrong
  /// ones for the next question.
  private List<ConversationContext.WeightedText> weightedTexts(
      List<HistoryTurn> earlier, double share) {
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

  /// The first words of an answer. Embedding time grows with every word, and most follow-up
  /// questions are about the beginning.
  private static String beginning(String answer) {
    var words = answer.split(" ");
    return words.length <= ANSWER_WORDS
        ? answer
        : String.join(" ", Arrays.copyOf(words, ANSWER_WORDS));
  }

  /// `message` on one line, without characters that a reader does not see within words.
  public static String onOneLine(String message) {
    return CombiningMarks.limit(WhiteSpace.normalize(InvisibleCharacters.removeWithin(message)));
  }
}
