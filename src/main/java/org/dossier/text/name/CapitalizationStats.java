package org.dossier.text.name;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.dossier.text.FunctionWords;
import org.dossier.text.WordListFile;

/// Statistics of how words are written elsewhere in a text. They decide whether the first word of a
/// sentence is a name.
final class CapitalizationStats {
  private static final WordListFile LISTS = WordListFile.read("names.txt");
  private static final Set<String> NAMES = LISTS.words("names by exception");
  private static final Set<String> IMPERATIVES = LISTS.words("imperatives");
  private static final Set<String> OPENINGS = LISTS.words("openings");
  private static final Set<String> FOREIGN = LISTS.words("foreign openers");
  private static final List<String> NON_NAME_ENDINGS =
      List.of(
          "ly", "ing", "ed", "tion", "tions", "ness", "ment", "ments", "ity", "ities", "ous", "ful",
          "less", "ible", "ical", "ional");

  private final Set<String> capital = new HashSet<>();
  private final Set<String> small = new HashSet<>();

  CapitalizationStats(List<NameTokens> sentences) {
    for (NameTokens sentence : sentences) {
      boolean informative = !sentence.headline() && !sentence.allCaps();
      for (NameToken word : sentence.words()) {
        if (!word.isNameLike()) {
          small.add(word.text());
        } else if (informative && !word.opensSentence()) {
          capital.add(word.text());
        }
      }
    }
  }

  /// True if `word`, alone at the start of a sentence, is a name: it is written like one elsewhere,
  /// or nothing indicates otherwise.
  boolean isName(NameToken word) {
    if (word.isAcronym() || capital.contains(word.text())) {
      return true;
    }
    String lower = word.lower();
    if (small.contains(lower) || precedesNames(word) || opensSentence(lower)) {
      return false;
    }
    return NAMES.contains(lower) || NON_NAME_ENDINGS.stream().noneMatch(lower::endsWith);
  }

  /// True for a word that begins a sentence and is not part of a name that follows it.
  static boolean precedesNames(NameToken word) {
    String lower = word.lower();
    return FunctionWords.precedesNames(lower)
        || IMPERATIVES.contains(lower)
        || FOREIGN.contains(lower);
  }

  private static boolean opensSentence(String lower) {
    return FunctionWords.opensSentence(lower) || OPENINGS.contains(lower);
  }
}
