package org.dossier.answer;

import java.util.List;
import org.dossier.text.LanguageDetector;
import org.dossier.text.WordListFile;

/// The notes on questions in languages that can only be searched by key words.
final class LanguageNotes {
  private static final String FILE = "languages.txt";
  private static final WordListFile TEXTS = WordListFile.read(LanguageNotes.class, FILE);

  private LanguageNotes() {}

  /// The note, in the language itself if there is a text in it, and otherwise in English.
  ///
  /// @param language a primary language subtag, or `und`
  static Note of(String language) {
    var texts = TEXTS.headings().contains(language) ? language : LanguageDetector.ENGLISH;
    return new Note(Note.Type.LANGUAGE, String.join(" ", TEXTS.lines(texts)), List.of(language));
  }
}
