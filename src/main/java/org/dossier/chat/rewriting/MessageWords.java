package org.dossier.chat.rewriting;

import java.util.List;
import java.util.Optional;
import org.dossier.text.phrase.NounPhrase;
import org.dossier.text.phrase.NounPhraseChunker;

/// A message with its noun phrases.
///
/// @param text the message on one line
/// @param phrases its noun phrases
record MessageWords(String text, List<NounPhrase> phrases) {
  MessageWords {
    phrases = List.copyOf(phrases);
  }

  static MessageWords of(String text) {
    return new MessageWords(text, NounPhraseChunker.chunk(text));
  }

  /// True if the message contains a proper name.
  boolean hasName() {
    return phrases.stream().anyMatch(phrase -> phrase.kind() == NounPhrase.Kind.NAME);
  }

  /// The phrase that starts at offset `start`.
  Optional<NounPhrase> phraseAt(int start) {
    return phrases.stream().filter(phrase -> phrase.own().start() == start).findFirst();
  }

  /// The text with the words from `start` to `end` replaced, and its first letter capitalized.
  String replace(String words, int start, int end) {
    return capitalize(text.substring(0, start) + words + text.substring(end));
  }

  static String capitalize(String text) {
    return Character.toUpperCase(text.charAt(0)) + text.substring(1);
  }
}
