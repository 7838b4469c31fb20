package org.dossier.chat.rewriting;

import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.dossier.llm.ConfiguredLlm;
import org.dossier.llm.GenerationStream;
import org.dossier.llm.ModelFailure;
import org.dossier.llm.PromptDelimiter;
import org.dossier.text.name.NameFinder;
import org.dossier.text.number.NumberFinder;

/// Has the LLM rewrite a follow-up message as a standalone question. The result is used only if
/// every name and number in it occurs in the conversation, and all of those in the message are
/// kept.
public final class LlmRewriter implements Rewriter {
  private static final int TURNS = 6;
  private static final int MAX_LENGTH = 400;
  // All of category C, because the output of a model may contain format characters.
  private static final Pattern SPACE = Pattern.compile("[\\s\\p{Z}\\p{C}]+");
  private static final Pattern WORD = Pattern.compile("[\\p{L}\\p{M}\\p{Nd}]+");

  private final ConfiguredLlm configuredLlm;

  public LlmRewriter(ConfiguredLlm configuredLlm) {
    this.configuredLlm = configuredLlm;
  }

  @Override
  public Optional<String> rewrite(List<HistoryTurn> earlier, String message) {
    return configuredLlm
        .chosen()
        .flatMap(model -> {
          var conversation = conversation(earlier);
          var prompt =
              model
                  .prompts()
                  .standaloneQuestion()
                  .fill(
                      Map.of(
                          "fence", PromptDelimiter.around(conversation + "\n" + message),
                          "conversation", conversation,
                          "message", message));
          try {
            var question = model.generate(prompt, () -> {}, LlmRewriter::readLine);
            return isFaithful(question, conversation, message)
                ? Optional.of(question)
                : Optional.empty();
          } catch (ModelFailure _) {
            return Optional.empty();
          }
        });
  }

  private static String conversation(List<HistoryTurn> earlier) {
    return earlier.subList(Math.max(0, earlier.size() - TURNS), earlier.size()).stream()
        .map(turn ->
            "Question: %s\nAnswer: %s"
                .formatted(
                    turn.question(),
                    turn.statements().isEmpty()
                        ? "(the archive does not say)"
                        : String.join(" ", turn.statements())))
        .collect(Collectors.joining("\n"));
  }

  /// The whole output on one line.
  private static String readLine(GenerationStream generationStream) throws ModelFailure {
    var words = new StringBuilder();
    for (var piece = generationStream.next(); piece.isPresent(); piece = generationStream.next()) {
      words.append(piece.get());
      if (words.length() > MAX_LENGTH) {
        throw new ModelFailure(
            ModelFailure.Reason.UNUSABLE_OUTPUT, "the output is longer than one question");
      }
    }
    return SPACE.matcher(words).replaceAll(" ").strip();
  }

  /// True if the question adds no name or number and loses none of the message.
  static boolean isFaithful(String question, String conversation, String message) {
    var said = conversation + "\n" + message;
    return !question.isBlank()
        && words(said).containsAll(distinctiveWords(question))
        && words(question).containsAll(distinctiveWords(message))
        && numbers(said).containsAll(numbers(question));
  }

  /// The words of a question that name or count something: words of names, capitalized words after
  /// the first one, and words with a digit.
  private static Set<String> distinctiveWords(String question) {
    var distinctive = new HashSet<String>();
    NameFinder.find(question).forEach(name -> distinctive.addAll(words(name.of(question))));
    WORD.matcher(question)
        .results()
        .skip(1)
        .map(MatchResult::group)
        .filter(word -> Character.isUpperCase(word.codePointAt(0)))
        .forEach(word -> distinctive.add(word.toLowerCase(Locale.ROOT)));
    words(question).stream()
        .filter(word -> word.codePoints().anyMatch(Character::isDigit))
        .forEach(distinctive::add);
    return distinctive;
  }

  private static Set<String> words(String text) {
    return WORD.matcher(text)
        .results()
        .map(found -> found.group().toLowerCase(Locale.ROOT))
        .collect(Collectors.toSet());
  }

  private static Set<Object> numbers(String text) {
    return NumberFinder.find(text).stream()
        .map(NumberFinder.Mention::value)
        .collect(Collectors.toSet());
  }
}
