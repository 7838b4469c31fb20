package org.dossier.answer;

import java.util.List;
import java.util.stream.Collectors;
import org.dossier.answer.extraction.CandidateSentence;
import org.dossier.answer.extraction.Excerpt;
import org.dossier.question.AskedContent;
import org.dossier.question.NameMatcher;
import org.dossier.question.Question;
import org.dossier.question.QuestionAnalysis;
import org.dossier.question.QuestionKind;
import org.dossier.text.name.NameFinder;

/// The content that statements must have to be an answer and not only related: the price, the
/// birthplace or the company that is asked for, and the speaker whose words are asked for.
final class RequiredContent {
  private RequiredContent() {}

  static boolean isIn(List<Excerpt> excerpts, Question question, QuestionAnalysis analysis) {
    return hasAskedContent(excerpts, analysis.text())
        && (analysis.kind() != QuestionKind.SAID || namesSpeaker(excerpts, question.text()));
  }

  /// A person must be named in the words that the reader takes for the answer: most sentences name
  /// a person.
  private static boolean hasAskedContent(List<Excerpt> excerpts, String question) {
    var asked = AskedContent.of(question);
    return excerpts.stream()
        .flatMap(excerpt -> excerpt.sentences().stream())
        .map(sentence -> asked == AskedContent.PERSON ? sentence.words() : sentence.text())
        .anyMatch(words -> asked.isIn(words, question));
  }

  /// True if a statement names the first name of the question, which is that of the speaker; also
  /// if the question has no names.
  private static boolean namesSpeaker(List<Excerpt> excerpts, String question) {
    var names = NameFinder.find(question);
    if (names.isEmpty()) {
      return true;
    }
    var speaker = names.getFirst().of(question);
    return excerpts.stream()
        .map(RequiredContent::text)
        .anyMatch(text -> NameMatcher.of(List.of(text)).matches(speaker));
  }

  private static String text(Excerpt excerpt) {
    return excerpt.sentences().stream()
        .map(CandidateSentence::text)
        .collect(Collectors.joining(" "));
  }
}
