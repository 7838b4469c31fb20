package org.dossier.retrieval;

import java.util.List;
import org.dossier.question.NameCapitalizer;
import org.dossier.question.Question;
import org.dossier.question.RequiredMentions;
import org.dossier.question.SpellingCorrection;
import org.dossier.question.SpellingCorrector;
import org.dossier.question.UnknownWords;
import org.dossier.search.PassageIndex;
import org.dossier.text.LanguageDetector;
import org.dossier.text.MessageLanguage;

/// Reads English questions by the words of the archive: its names, its spelling, and what it lacks.
/// Safe for any number of threads.
public final class ArchiveWords {
  private final PassageIndex index;

  ArchiveWords(PassageIndex index) {
    this.index = index;
  }

  /// Corrects words of `question` that do not occur in the archive.
  public SpellingCorrection correctSpelling(String question) {
    return index.search(indexSnapshot ->
        SpellingCorrector.correct(
            question, LanguageDetector.ENGLISH, indexSnapshot, index.analyzer()));
  }

  /// `text` with its names written as in the archive; unchanged if it is not in English.
  public String capitalizeNames(String text) {
    return MessageLanguage.isEnglish(text)
        ? index.search(indexSnapshot -> NameCapitalizer.capitalize(text, indexSnapshot))
        : text;
  }

  /// `question` with the names written as in the archive.
  public Question capitalizeNames(Question question) {
    return index.search(indexSnapshot ->
        question.reworded(text -> NameCapitalizer.capitalize(text, indexSnapshot)));
  }

  /// The names and dates of `question` that evidence must mention.
  public RequiredMentions requiredMentions(Question question) {
    return index.search(indexSnapshot -> RequiredMentions.of(question, indexSnapshot));
  }

  /// The words of a topic that the archive does not contain.
  public List<String> unknownWords(String topic) {
    return index.search(indexSnapshot -> UnknownWords.in(topic, indexSnapshot));
  }
}
