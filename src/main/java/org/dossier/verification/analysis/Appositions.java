package org.dossier.verification.analysis;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/// Names that a text explains by a noun next to them: "the owner, Karst Metals", "Karst Metals, the
/// owner of the mine,".
public final class Appositions {
  /// The words between a noun and its name.
  private static final Pattern BEFORE_NAME = Pattern.compile(", (?:the )?");

  private static final Pattern AFTER_NAME = Pattern.compile(", (?:(?:the|a|an|its|their) )?");

  private Appositions() {}

  /// The last words of the names that some text explains by the noun `word`.
  public static List<Word> namesOf(Word word, List<AnalyzedText> texts) {
    var names = new ArrayList<Word>();
    for (var text : texts) {
      for (var noun : text.words()) {
        if (noun.stem().equals(word.stem()) && !noun.capital()) {
          text.names().stream()
              .filter(name ->
                  name.start() >= noun.span().end()
                      ? isBetween(text, BEFORE_NAME, noun.span().end(), name.start())
                      : name.end() <= noun.span().start()
                          && isBetween(text, AFTER_NAME, name.end(), noun.span().start()))
              .forEach(name -> names.add(NameIndex.parts(text, name).getLast()));
        }
      }
    }
    return names;
  }

  private static boolean isBetween(AnalyzedText text, Pattern words, int from, int to) {
    return words.matcher(text.plain().substring(from, to)).matches();
  }
}
