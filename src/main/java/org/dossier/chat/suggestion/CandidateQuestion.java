package org.dossier.chat.suggestion;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.SequencedMap;
import org.dossier.archive.ArticleVersion;
import org.dossier.text.Span;
import org.dossier.text.sentence.SentenceSplitter;

/// A question, and the words that should answer it.
///
/// @param article the id of the article that the words stand in
/// @param sentence the words
record CandidateQuestion(String question, String article, Span sentence) {

  /// What the first `reach` sentences of an article answer, in their order; nothing for an article
  /// that is not in English, since other languages' questions are made otherwise and none is better
  /// than a bad one.
  static List<CandidateQuestion> leading(ArticleVersion source, int reach) {
    if (!isEnglish(source)) {
      return List.of();
    }
    var text = source.article().text();
    var questions = new ArrayList<CandidateQuestion>();
    for (var sentence : SentenceSplitter.split(text).stream().limit(reach).toList()) {
      for (var question : QuestionGenerator.answeredBy(sentence.of(text))) {
        questions.add(new CandidateQuestion(question, source.article().id(), sentence));
      }
    }
    return distinct(questions);
  }

  /// The first of those that ask the same.
  static List<CandidateQuestion> distinct(List<CandidateQuestion> questions) {
    SequencedMap<String, CandidateQuestion> byWords = new LinkedHashMap<>();
    questions.forEach(candidate -> byWords.putIfAbsent(plain(candidate.question()), candidate));
    return List.copyOf(byWords.values());
  }

  static boolean isEnglish(ArticleVersion source) {
    var language = source.article().language();
    return language == null || language.toLowerCase(Locale.ROOT).startsWith("en");
  }

  /// What two ways of writing the same question have in common.
  static String plain(String question) {
    return question.toLowerCase(Locale.ROOT).replaceAll("[^\\p{L}\\p{N}]+", " ").strip();
  }
}
