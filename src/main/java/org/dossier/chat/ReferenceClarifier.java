package org.dossier.chat;

import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.dossier.answer.AnswerMetadata;
import org.dossier.answer.AnswerOrigin;
import org.dossier.answer.Clarification;
import org.dossier.archive.Archive;
import org.dossier.chat.rewriting.HistoryTurn;
import org.dossier.chat.rewriting.UnclearReference;
import org.dossier.chat.suggestion.ExampleQuestions;
import org.dossier.question.QuestionAnalyzer;

/// Asks back if the first question of a conversation refers to something before it: "What did he
/// say?" Safe for any number of threads.
@Singleton
public final class ReferenceClarifier {
  /// A question back comes quickly, if necessary without choices.
  private static final Duration CHOICES_TIMEOUT = Duration.ofSeconds(2);

  private static final int MAX_CHOICES = 3;

  private final Archive archive;
  private final ExampleQuestions exampleQuestions;

  public ReferenceClarifier(Archive archive, ExampleQuestions exampleQuestions) {
    this.archive = archive;
    this.exampleQuestions = exampleQuestions;
  }

  /// The question back; empty if the message can be understood.
  ///
  /// @param earlier the previous turns, oldest first; possibly empty
  /// @param line the message on one line
  Optional<Clarification> clarify(List<HistoryTurn> earlier, String line, LocalDate askedOn) {
    return earlier.stream().anyMatch(HistoryTurn::hasSubject)
        ? Optional.empty()
        : UnclearReference.find(line).map(reference -> clarify(reference, line, askedOn));
  }

  private Clarification clarify(UnclearReference reference, String line, LocalDate askedOn) {
    long sequence = archive.sequence();
    var metadata =
        new AnswerMetadata(
            QuestionAnalyzer.analyze(line, askedOn).kind(),
            null,
            0,
            AnswerOrigin.EXTRACTIVE,
            sequence,
            List.of());
    var examples = exampleQuestions.examples(CHOICES_TIMEOUT).stream().limit(MAX_CHOICES).toList();
    return new Clarification(
        text(reference),
        examples.stream().map(ExampleQuestions.Example::question).toList(),
        examples.stream()
            .map(ExampleQuestions.Example::source)
            .filter(Objects::nonNull)
            .distinct()
            .toList(),
        metadata);
  }

  private static String text(UnclearReference reference) {
    if (reference.pronoun().isEmpty()) {
      return "What is your question about? Please ask it in a whole sentence.";
    }
    return reference.isPerson()
        ? "Whom do you mean by “%s”? Please ask again with the name.".formatted(reference.pronoun())
        : "What do you mean by “%s”? Please ask again and name it.".formatted(reference.pronoun());
  }
}
