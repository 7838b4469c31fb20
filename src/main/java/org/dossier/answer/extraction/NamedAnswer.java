package org.dossier.answer.extraction;

import java.util.List;
import org.dossier.answer.sentence.OfficeHolder;
import org.dossier.question.AnswerType;
import org.dossier.question.AskedSentence;
import org.dossier.question.NameMatcher;
import org.dossier.text.name.NameFinder;
import org.jspecify.annotations.Nullable;

/// Prefers sentences that name what is asked for: "Which carmaker recalls cars?" is answered by
/// "Volta recalls 140,000 cars", and hardly by "The carmaker recalls 140,000 cars".
final class NamedAnswer {
  /// The points that a sentence loses whose answer has no name.
  private static final double UNNAMED = 2;

  /// The points that it gains for a name of several words: articles give the full name once.
  private static final double FULL_NAME = 1;

  /// The points that it gains for saying who holds the office that the question asks for.
  private static final double HOLDER = 3;

  /// The points that it loses for naming the holder of another office: more than an age costs.
  private static final double OTHER_OFFICE = 5;

  private final boolean isAsked;
  private final NameMatcher known;
  private final @Nullable OfficeHolder officeHolder;

  NamedAnswer(String question) {
    var asked = AskedSentence.of(question);
    this.isAsked = AnswerType.of(asked).isNamed();
    this.known = NameMatcher.of(List.of(question));
    this.officeHolder = OfficeHolder.asked(asked).orElse(null);
  }

  /// The points that `candidate` gains or loses for the name in its answer, which the question must
  /// not contain; 0 if no name is asked for.
  double points(CandidateSentence candidate) {
    if (!isAsked) {
      return 0;
    }
    var words = candidate.words();
    var names =
        NameFinder.find(words).stream()
            .map(span -> span.of(words))
            .filter(name -> !known.matches(name))
            .toList();
    double named =
        names.isEmpty()
            ? -UNNAMED
            : names.stream().anyMatch(name -> name.indexOf(' ') > 0) ? FULL_NAME : 0;
    return named
        + switch (office(candidate)) {
          case HOLDER -> HOLDER;
          case OTHER_OFFICE -> -OTHER_OFFICE;
          case NONE -> 0;
        };
  }

  /// False if `candidate` names the holder of another office than the question asks for.
  boolean mayAnswer(CandidateSentence candidate) {
    return office(candidate) != OfficeHolder.Match.OTHER_OFFICE;
  }

  private OfficeHolder.Match office(CandidateSentence candidate) {
    return officeHolder == null ? OfficeHolder.Match.NONE : officeHolder.match(candidate.text());
  }
}
