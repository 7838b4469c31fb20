package org.dossier.answer;

import java.util.List;
import org.dossier.answer.extraction.Excerpt;
import org.dossier.answer.sentence.Speaker;
import org.dossier.answer.sentence.SubjectMatter;
import org.dossier.question.AskedContent;
import org.dossier.question.Question;
import org.dossier.question.QuestionAnalysis;
import org.dossier.question.QuestionKind;

/// The content that statements must have to be an answer and not only related: the price, the
/// birthplace or the company that is asked for, and the speaker whose words are asked for.
final class RequiredContent {
  private RequiredContent() {}

  static boolean isIn(List<Excerpt> excerpts, Question question, QuestionAnalysis analysis) {
    return hasAskedContent(excerpts, analysis.text())
        && (analysis.kind() != QuestionKind.SAID || hasWordsOfSpeaker(excerpts, question.text()));
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

  /// True if a statement reports words of the speaker whom the question names, about what it names;
  /// also if it names no speaker.
  private static boolean hasWordsOfSpeaker(List<Excerpt> excerpts, String question) {
    var subjectMatter = SubjectMatter.of(question);
    return Speaker.of(question)
        .map(speaker ->
            excerpts.stream()
                .flatMap(excerpt -> excerpt.sentences().stream())
                .anyMatch(sentence ->
                    speaker.speaksIn(sentence.text(), sentence.before())
                        && subjectMatter.isIn(sentence.text(), sentence.before())))
        .orElse(true);
  }
}
