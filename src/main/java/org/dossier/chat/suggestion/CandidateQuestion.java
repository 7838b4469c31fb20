package org.dossier.chat.suggestion;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.SequencedMap;
import org.dossier.answer.CitedAnswer;
import org.dossier.archive.ArticleVersion;
import org.dossier.text.Span;
import org.dossier.text.sentence.SentenceSplitter;

/// A generated question, and the sentence that should answer it.
///
/// @param article the id of the article with the sentence
/// @param sentence the span of the sentence
public record CandidateQuestion(String question, String article, Span sentence) {

  /// The questions that the first `maxSentences` sentences of an article answer, in the order of
  /// the sentences. Empty for an article that is not in English, because the generator supports
  /// only English, and no question is better than a bad one.
  public static List<CandidateQuestion> leading(ArticleVersion source, int maxSentences) {
    if (!isEnglish(source)) {
      return List.of();
    }
    var text = source.article().text();
    var questions = new ArrayList<CandidateQuestion>();
    for (var sentence : SentenceSplitter.split(text).stream().limit(maxSentences).toList()) {
      for (var question : QuestionGenerator.generate(sentence.of(text))) {
        questions.add(new CandidateQuestion(question, source.article().id(), sentence));
      }
    }
    return distinct(questions);
  }

  /// The questions without duplicates; the first of equal ones is kept.
  public static List<CandidateQuestion> distinct(List<CandidateQuestion> questions) {
    SequencedMap<String, CandidateQuestion> byWords = new LinkedHashMap<>();
    questions.forEach(candidate -> byWords.putIfAbsent(normalize(candidate.question()), candidate));
    return List.copyOf(byWords.values());
  }

  /// Returns whether the answer cites the sentence.
  public boolean isCitedBy(CitedAnswer answer) {
    return answer.citations().stream()
        .anyMatch(citation ->
            citation.source().article().id().equals(article) && citation.span().overlaps(sentence));
  }

  static boolean isEnglish(ArticleVersion source) {
    var language = source.article().language();
    return language == null || language.toLowerCase(Locale.ROOT).startsWith("en");
  }

  /// The normal form of a question: lower case, without punctuation.
  static String normalize(String question) {
    return question.toLowerCase(Locale.ROOT).replaceAll("[^\\p{L}\\p{N}]+", " ").strip();
  }
}
