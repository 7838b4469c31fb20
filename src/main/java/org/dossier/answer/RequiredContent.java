package org.dossier.answer;

import java.util.List;
import java.util.Locale;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.dossier.answer.extraction.Excerpt;
import org.dossier.answer.sentence.OfficeHolder;
import org.dossier.answer.sentence.Speaker;
import org.dossier.answer.sentence.SubjectMatter;
import org.dossier.question.AskedContent;
import org.dossier.question.AskedSentence;
import org.dossier.question.Question;
import org.dossier.question.QuestionAnalysis;
import org.dossier.question.QuestionKind;
import org.dossier.text.FunctionWords;
import org.dossier.text.sentence.SentenceSplitter;

/// The content that statements must have to be an answer and not only related: the price, the
/// birthplace or the company that is asked for, and the speaker whose words are asked for.
final class RequiredContent {
  private static final Pattern WORD = Pattern.compile("[\\p{L}\\p{N}]+");
  private static final int MIN_STEM = 4;

  private RequiredContent() {}

  static boolean isIn(List<Excerpt> excerpts, Question question, QuestionAnalysis analysis) {
    return hasAskedContent(excerpts, analysis.text())
        && (analysis.kind() != QuestionKind.FACT || saysMore(excerpts, analysis.text()))
        && isOfAskedOffice(excerpts.getFirst(), analysis.text())
        && (analysis.kind() != QuestionKind.SAID || hasWordsOfSpeaker(excerpts, question.text()));
  }

  /// A person must be named in the words that the reader takes for the answer in the first
  /// statement: most sentences name a person.
  private static boolean hasAskedContent(List<Excerpt> excerpts, String question) {
    var asked = AskedContent.of(question);
    return excerpts.stream()
        .limit(asked.isNamed() ? 1 : excerpts.size())
        .flatMap(excerpt -> excerpt.sentences().stream())
        .map(sentence -> asked.isNamed() ? sentence.words() : sentence.text())
        .anyMatch(words -> asked.isIn(words, question));
  }

  /// True if the reader's answer has a word that the question lacks: "the tenth bridge" answers no
  /// question for the kind of the tenth bridge. A choice between two things is answered by one of
  /// them, and a description has no words of the reader.
  private static boolean saysMore(List<Excerpt> excerpts, String question) {
    var asked = words(question).toList();
    var words =
        excerpts.stream()
            .flatMap(excerpt -> excerpt.sentences().stream())
            .flatMap(sentence -> words(sentence.words()))
            .toList();
    return asked.contains("or")
        || words.isEmpty()
        || words.stream()
            .filter(word -> !FunctionWords.isFunction(word))
            .anyMatch(word -> asked.stream().noneMatch(other -> isForm(word, other)));
  }

  /// False if the first statement only names holders of other offices than the question asks for.
  private static boolean isOfAskedOffice(Excerpt first, String question) {
    var asked = OfficeHolder.asked(AskedSentence.of(question));
    if (asked.isEmpty()) {
      return true;
    }
    var matches =
        first.sentences().stream().map(sentence -> asked.get().match(sentence.text())).toList();
    return matches.contains(OfficeHolder.Match.HOLDER)
        || !matches.contains(OfficeHolder.Match.OTHER_OFFICE);
  }

  private static Stream<String> words(String text) {
    return WORD.matcher(text.toLowerCase(Locale.ROOT)).results().map(MatchResult::group);
  }

  /// True for a word and its plural or its past.
  private static boolean isForm(String word, String other) {
    int same = Math.min(word.length(), other.length());
    return word.equals(other) || (same >= MIN_STEM && word.regionMatches(0, other, 0, same));
  }

  /// True if a statement reports words of the speaker whom the question names, about what it names;
  /// also if it names no speaker.
  private static boolean hasWordsOfSpeaker(List<Excerpt> excerpts, String question) {
    var subjectMatter = SubjectMatter.of(question);
    var passages =
        excerpts.stream()
            .flatMap(excerpt -> excerpt.sentences().stream())
            .map(sentence -> sentence.evidence().text())
            .distinct()
            .flatMap(text -> SentenceSplitter.split(text).stream().map(span -> span.of(text)))
            .toList();
    return Speaker.of(question)
        .map(speaker -> speaker.namedIn(passages))
        .map(speaker ->
            excerpts.stream()
                .flatMap(excerpt -> excerpt.sentences().stream())
                .anyMatch(sentence ->
                    speaker.speaksIn(sentence.text(), sentence.before())
                        && subjectMatter.isIn(sentence.text(), sentence.before())))
        .orElse(true);
  }
}
