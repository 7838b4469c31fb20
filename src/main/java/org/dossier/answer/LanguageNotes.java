package org.dossier.answer;

import java.util.List;
import org.dossier.text.WordListFile;

/// The notes on questions in languages that can only be searched by key words.
final class LanguageNotes {
  private static final String FILE = "languages.txt";
  private static final WordListFile TEXTS = WordListFile.read(LanguageNotes.class, FILE);

  private LanguageNotes() {}

  /// The note, in the language itself.
  ///
  /// @param language the tag of a language that [org.dossier.text.MessageLanguage] detects
  static Note of(String language) {
    return new Note(Note.Type.LANGUAGE, String.join(" ", TEXTS.lines(language)), List.of(language));
  }
}
