package org.dossier.text.entity;

import java.util.List;
import java.util.stream.Collectors;
import org.dossier.text.Span;

/// A name in a text, without the titles and roles before it.
///
/// @param words as written
/// @param span their place in the text
/// @param titled true if a title or a role of a person precedes it: "President Hill"
/// @param employing true if it precedes a role: "Lissport Ferries CEO Ada Hill"
record NameMention(List<String> words, Span span, boolean titled, boolean employing) {
  NameMention {
    words = List.copyOf(words);
  }

  /// The words as written, separated by spaces.
  String text() {
    return String.join(" ", words);
  }

  /// The words in lower case and folded, separated by spaces.
  String key() {
    return words.stream().map(EntityWords::key).collect(Collectors.joining(" "));
  }

  String first() {
    return EntityWords.key(words.getFirst());
  }

  /// The last word that is no suffix such as "Jr.".
  String last() {
    int at = words.size() - 1;
    while (at > 0 && EntityWords.isSuffix(EntityWords.key(words.get(at)))) {
      at--;
    }
    return EntityWords.key(words.get(at));
  }

  /// The suffix, such as "jr"; empty if it has none.
  String suffix() {
    var key = EntityWords.key(words.getLast());
    return words.size() > 1 && EntityWords.isSuffix(key) ? key : "";
  }

  /// True if all letters are capitals and it has several words.
  boolean isShouted() {
    return words.size() > 1 && text().codePoints().noneMatch(Character::isLowerCase);
  }

  int size() {
    return words.size();
  }

  boolean isWord() {
    return words.size() == 1;
  }
}
