package org.dossier.chat.rewriting;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.dossier.text.phrase.NounPhrase;
import org.dossier.text.phrase.NounPhraseChunker;

/// What a question, a statement or a headline speaks of.
///
/// @param text all of it
/// @param phrases those that say by themselves what they mean: "the roof", not "its roof"
record Mentions(String text, List<NounPhrase> phrases) {
  private static final int LONGEST_WORDS = 12;

  private static final Pattern POINTING =
      Pattern.compile(
          "(?i)(?:its|their|his|her|this|that|these|those|both|other|another|such|same)\\b");

  Mentions {
    phrases = List.copyOf(phrases);
  }

  static Mentions in(String text) {
    return new Mentions(
        text,
        NounPhraseChunker.chunk(text).stream()
            .filter(phrase -> !POINTING.matcher(phrase.own().of(text)).lookingAt())
            .toList());
  }

  /// The phrases that are not tied to one before them.
  List<NounPhrase> heads() {
    var heads = new ArrayList<NounPhrase>();
    int end = 0;
    for (var phrase : phrases) {
      if (phrase.own().start() >= end) {
        heads.add(phrase);
        end = phrase.whole().end();
      }
    }
    return heads;
  }

  /// The phrase's own words.
  String own(NounPhrase phrase) {
    return phrase.own().of(text);
  }

  /// Its words with what is tied to it, unless that runs on and on.
  String words(NounPhrase phrase) {
    var whole = phrase.whole().of(text);
    return whole.split(" ").length <= LONGEST_WORDS ? whole : own(phrase);
  }

  /// Its last word, the thing itself: "agreement".
  String noun(NounPhrase phrase) {
    return NounSynonyms.last(own(phrase));
  }
}
