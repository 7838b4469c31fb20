package org.dossier.chat.rewriting;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import org.dossier.text.name.PersonNames;
import org.dossier.text.phrase.Adverbs;
import org.dossier.text.phrase.NounPhrase;
import org.dossier.text.phrase.NounPhraseChunker;

/// The noun phrases of a question, a statement or a headline.
///
/// @param text the text
/// @param phrases the phrases without an anaphor: "the roof", not "its roof"
record Mentions(String text, List<NounPhrase> phrases) {
  private static final int MAX_WORDS = 12;

  private static final Pattern ANAPHORIC =
      Pattern.compile(
          "(?i)(?:its|their|his|her|this|that|these|those|both|other|another|such|same)\\b");

  /// "That room spray" names what it points to; "that spray" may refer to one named before.
  private static final Pattern POINTING =
      Pattern.compile("(?i)(?:this|that|these|those) \\S+ \\S+.*");

  private static final Pattern AUXILIARY =
      Pattern.compile("(?i) (?:did|does|do|has|have|had|will|would) ");

  Mentions {
    phrases = List.copyOf(phrases);
  }

  static Mentions of(String text) {
    return new Mentions(
        text,
        NounPhraseChunker.chunk(text).stream()
            .filter(
                phrase -> !isAnaphoric(phrase.own().of(text)) || isPointing(phrase.own().of(text)))
            .filter(phrase -> !Adverbs.isAdverb(phrase.own().of(text)))
            .toList());
  }

  private static boolean isPointing(String phrase) {
    return POINTING.matcher(phrase).matches();
  }

  /// True if the phrase begins with an anaphor: "its roof".
  static boolean isAnaphoric(String phrase) {
    return ANAPHORIC.matcher(phrase).lookingAt();
  }

  /// The phrases that are not attached to a phrase before them.
  List<NounPhrase> heads() {
    return heads(_ -> false);
  }

  /// As [#heads()], and also the phrases attached to one that passes `separate`.
  List<NounPhrase> heads(Predicate<NounPhrase> separate) {
    var heads = new ArrayList<NounPhrase>();
    int end = 0;
    for (var phrase : phrases) {
      if (phrase.own().start() >= end) {
        heads.add(phrase);
        end = (separate.test(phrase) ? phrase.own() : phrase.whole()).end();
      }
    }
    return heads;
  }

  /// The phrase's own words.
  String own(NounPhrase phrase) {
    return phrase.own().of(text);
  }

  /// The phrase with the phrases attached to it, or alone if those are too long. A name directly
  /// after it belongs to it: "the song Night Ferry".
  String words(NounPhrase phrase) {
    var whole = text.substring(phrase.whole().start(), endWithName(phrase));
    return whole.split(" ").length <= MAX_WORDS ? whole : own(phrase);
  }

  private int endWithName(NounPhrase phrase) {
    int end = phrase.whole().end();
    return phrases.stream()
        .filter(next -> phrase.kind() == NounPhrase.Kind.DEFINITE)
        .filter(next -> next.kind() == NounPhrase.Kind.NAME && next.own().start() == end + 1)
        .mapToInt(next -> next.own().end())
        .findFirst()
        .orElse(end);
  }

  /// The thing that the question asks for as the object of a person, made definite: "the agreement"
  /// in "What agreement did Holm sign?"
  Optional<String> askedObject() {
    return phrases.stream()
        .filter(phrase -> phrase.kind() == NounPhrase.Kind.ASKED_FOR)
        .filter(
            phrase -> !PersonNames.isPersonNoun(noun(phrase)) && !Anaphor.isTimeNoun(noun(phrase)))
        .filter(this::isBeforePerson)
        .map(phrase -> "the " + words(phrase))
        .findFirst();
  }

  /// True if only an auxiliary separates the phrase from a person.
  private boolean isBeforePerson(NounPhrase phrase) {
    var auxiliary = AUXILIARY.matcher(text).region(phrase.whole().end(), text.length());
    return auxiliary.lookingAt()
        && phrases.stream()
            .filter(subject -> subject.own().start() == auxiliary.end())
            .anyMatch(subject ->
                PersonNames.mayBeName(own(subject)) || PersonNames.isPersonNoun(noun(subject)));
  }

  /// The head noun, which is the phrase's last word: "agreement".
  String noun(NounPhrase phrase) {
    return NounSynonyms.headNoun(own(phrase));
  }
}
