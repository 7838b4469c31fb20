package org.dossier.chat.rewriting;

import java.util.List;
import java.util.Locale;
import java.util.Set;

/// Synonyms of English nouns: which nouns may refer to the same thing.
final class NounSynonyms {
  /// Sets of nouns that are used for the same thing.
  private static final List<Set<String>> SYNONYMS =
      List.of(
          words("agreement deal accord pact treaty contract document"),
          words("talk negotiation discussion meeting conversation summit"),
          words("company firm business corporation"),
          words("law act bill rule regulation"),
          words("plan proposal programme program project scheme"),
          words("election vote ballot referendum"),
          words("war conflict fighting"),
          words("visit trip journey"),
          words("conference event forum"),
          words("country state nation"),
          words("study report survey research"));

  /// Nouns that are too general to identify an antecedent.
  private static final Set<String> GENERIC =
      words(
          "type kind sort way number part thing information case reason point one item example area"
              + " issue time people person data word term question answer");

  private NounSynonyms() {}

  /// The last word of a phrase in the singular: "agreement".
  static String headNoun(String phrase) {
    return singular(phrase.substring(phrase.lastIndexOf(' ') + 1).toLowerCase(Locale.ROOT));
  }

  /// The synonyms of `noun`, including itself; empty for a general noun.
  ///
  /// @param noun a result of [#headNoun]
  static Set<String> synonyms(String noun) {
    if (GENERIC.contains(noun)) {
      return Set.of();
    }
    return SYNONYMS.stream().filter(set -> set.contains(noun)).findFirst().orElse(Set.of(noun));
  }

  private static String singular(String noun) {
    if (noun.endsWith("ies")) {
      return noun.substring(0, noun.length() - "ies".length()) + "y";
    }
    return noun.endsWith("s") && !noun.endsWith("ss") ? noun.substring(0, noun.length() - 1) : noun;
  }

  private static Set<String> words(String words) {
    return Set.of(words.split(" "));
  }
}
