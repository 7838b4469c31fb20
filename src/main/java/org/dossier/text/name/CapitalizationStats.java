package org.dossier.text.name;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.dossier.text.FunctionWords;
import org.dossier.text.WordListFile;

/// Statistics of how words are written elsewhere in a text. They decide whether the first word of a
/// sentence is a name.
final class CapitalizationStats {
  private static final Set<String> NAMES =
      WordListFile.read("names.txt").words("names by exception");
  private static final List<String> NON_NAME_ENDINGS =
      List.of("ly", "ing", "ed", "tion", "tions", "ness", "ment", "ments", "ity", "ities");

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
    if (small.contains(lower) || FunctionWords.opensSentence(lower)) {
      return false;
    }
    return NAMES.contains(lower) || NON_NAME_ENDINGS.stream().noneMatch(lower::endsWith);
  }
}
