package org.dossier.chat;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.dossier.answer.Answer;
import org.dossier.answer.AnswerListener;
import org.dossier.answer.AnswerMetadata;
import org.dossier.answer.Answered;
import org.dossier.answer.Citation;
import org.dossier.answer.CitedAnswer;
import org.dossier.answer.Clarification;
import org.dossier.answer.Note;
import org.dossier.answer.Related;
import org.dossier.answer.Statement;
import org.dossier.question.AnswerTypeMatcher;
import org.dossier.retrieval.Evidence;
import org.dossier.text.Span;

/// Merges the answers to the questions of one message into one answer. It is answered if one of the
/// questions is; a note names those that are not, and their related statements are not shown.
/// Citations are numbered across the questions. For one message, and one thread.
final class AnswerMerger {
  private final AnswerListener listener;
  private final List<Part> parts = new ArrayList<>();
  private final List<Statement> statements = new ArrayList<>();
  private final Map<Place, Citation> citations = new LinkedHashMap<>();
  private final Set<Statement> seen = new HashSet<>();
  private final List<Note> skipped = new ArrayList<>();

  AnswerMerger(AnswerListener listener) {
    this.listener = listener;
  }

  private record Part(String question, Answer answer) {}

  private record Place(String article, String version, Span span) {}

  /// The listener for each of the answers. Its statements are reported by [#add] and [#merge],
  /// because it is not known before whether related ones are shown.
  AnswerListener partListener() {
    return new AnswerListener() {
      @Override
      public void evidence(String question, List<Evidence> evidence) {
        listener.evidence(question, evidence);
      }

      @Override
      public void waiting() {
        listener.waiting();
      }
    };
  }

  /// Adds the answer to the next question, and reports its statements if it is answered.
  void add(String question, Answer answer) {
    parts.add(new Part(question, answer));
    if (answer instanceof Answered answered) {
      append(answered);
    }
  }

  /// Adds a note for each of the questions that were not asked, because the message has too many.
  void skip(List<String> questions) {
    questions.forEach(question ->
        skipped.add(
            new Note(
                Note.Type.UNANSWERED,
                "At most %d questions are answered at a time. Not answered: “%s”."
                    .formatted(parts.size(), question),
                List.of(question))));
  }

  /// The merged answer. Reports related statements if no question is answered.
  ///
  /// @throws IllegalStateException if no answer was added
  Answer merge() {
    var answered = parts.stream().map(Part::answer).filter(Answered.class::isInstance).toList();
    if (!answered.isEmpty()) {
      return new Answered(statements, List.copyOf(citations.values()), metadata(answered));
    }
    if (parts.getFirst().answer() instanceof Clarification clarification) {
      // The other questions may refer to the first one.
      return clarification;
    }
    var related =
        parts.stream()
            .map(Part::answer)
            .flatMap(answer -> answer instanceof Related it ? Stream.of(it) : Stream.empty())
            .toList();
    if (!related.isEmpty()) {
      listener.related();
      related.forEach(this::append);
      return new Related(statements, List.copyOf(citations.values()), metadata(related));
    }
    return parts.stream()
        .map(Part::answer)
        .findFirst()
        .orElseThrow(() -> new IllegalStateException("no answer was added"));
  }

  private AnswerMetadata metadata(List<? extends Answer> shown) {
    var first = parts.getFirst().answer().metadata();
    var origin = shown.getFirst().origin();
    return new AnswerMetadata(
        first.kind(),
        first.period(),
        shown.stream().mapToDouble(Answer::confidence).min().orElse(0),
        origin,
        shown.stream().mapToLong(Answer::generation).min().orElse(first.generation()),
        notes(shown),
        shown.stream()
            .map(answer -> answer.metadata().figures())
            .filter(Objects::nonNull)
            .findFirst()
            .orElse(null));
  }

  private List<Note> notes(List<? extends Answer> shown) {
    var notes =
        parts.stream()
            .flatMap(part ->
                shown.contains(part.answer())
                    ? part.answer().notes().stream()
                    : Stream.of(part.question())
                        .filter(question -> !isAnsweredByOthers(question))
                        .map(AnswerMerger::unanswered));
    return Stream.concat(notes, skipped.stream()).distinct().toList();
  }

  /// "Which reactors will be built, and where?" One sentence may answer both, and the second
  /// question alone says too little to be answered.
  private boolean isAnsweredByOthers(String question) {
    if (!QuestionSplitter.isEllipsis(question)) {
      return false;
    }
    var asked = parts.stream().map(Part::question).collect(Collectors.joining(" "));
    var matcher = new AnswerTypeMatcher(question + " " + asked);
    return statements.stream().anyMatch(statement -> matcher.score(statement.text(), null) == 1);
  }

  private static Note unanswered(String question) {
    return new Note(
        Note.Type.UNANSWERED,
        "No article that was found answers “%s”.".formatted(question),
        List.of(question));
  }

  /// Appends and reports the statements that are not yet in the answer.
  private void append(CitedAnswer answer) {
    for (var statement : answer.statements()) {
      var added = new ArrayList<Citation>();
      var numbers =
          statement.citations().stream()
              .map(number -> number(answer.citations().get(number - 1), added))
              .toList();
      var renumbered = new Statement(statement.text(), numbers, statement.support());
      if (seen.add(renumbered)) {
        statements.add(renumbered);
        listener.statement(renumbered, added);
      }
    }
  }

  /// The number of the citation in the merged answer. A new one is also added to `added`.
  private int number(Citation citation, List<Citation> added) {
    var place =
        new Place(citation.source().article().id(), citation.source().version(), citation.span());
    var known = citations.get(place);
    if (known != null) {
      return known.number();
    }
    var renumbered =
        new Citation(citations.size() + 1, citation.source(), citation.span(), citation.alsoIn());
    citations.put(place, renumbered);
    added.add(renumbered);
    return renumbered.number();
  }
}
