package org.dossier.question;

import java.util.List;
import java.util.regex.Pattern;
import org.dossier.text.name.Aliases;

/// The two sides of a comparison, each with the words that both share and only one has: "Norwegian
/// and Danish ferry fares" compares Norwegian ferry fares with Danish ferry fares, and "ferry fares
/// in Norway and Denmark" does too.
final class ComparedSides {
  private static final Pattern BEFORE_PLACE =
      Pattern.compile("(?<shared>.+ (?:in|of|for|at|by|from|between) )(?:the )?\\p{Lu}\\S*");

  private static final Pattern PLACE = Pattern.compile("(?:in )?(?<place>(?:the )?\\p{Lu}\\S*)");
  private static final Pattern FIRST_WORD = Pattern.compile("(?<word>\\S+) (?<shared>.+)");

  private ComparedSides() {}

  /// @param first as written before "and"
  /// @param second as written after it
  static List<String> of(String first, String second) {
    var after = FIRST_WORD.matcher(second);
    if (isPlaceWord(first) && after.matches() && isPlaceWord(after.group("word"))) {
      return List.of(first + " " + after.group("shared"), second);
    }
    var before = BEFORE_PLACE.matcher(first);
    var place = PLACE.matcher(second);
    return before.matches() && place.matches()
        ? List.of(first, before.group("shared") + place.group("place"))
        : List.of(first, second);
  }

  private static boolean isPlaceWord(String word) {
    return Aliases.isDemonym(word) || Aliases.isCountry(word);
  }
}
