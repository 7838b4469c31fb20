package org.dossier.text.entity;

import java.util.List;
import org.dossier.text.name.SoundKey;

/// The given names, the family name and the suffix of a person's name.
///
/// @param given possibly empty
/// @param family the last word, without an article such as "al-"
/// @param suffix such as "jr"; possibly empty
record NameParts(List<String> given, String family, String suffix) {
  private static final int MIN_SPELLED = 5;

  /// @param name its words in lower case and folded, separated by spaces
  NameParts(String name) {
    this(List.of(name.split(" ")));
  }

  private NameParts(List<String> words) {
    this(
        words.subList(0, family(words)),
        words.get(family(words)).replaceFirst("^(?:al|el)-", ""),
        family(words) < words.size() - 1 ? words.getLast() : "");
  }

  private static int family(List<String> words) {
    return words.size() > 1 && EntityWords.isSuffix(words.getLast())
        ? words.size() - 2
        : words.size() - 1;
  }

  /// True for a family name alone.
  boolean isBare() {
    return given.isEmpty();
  }

  /// True if both are the same name in two spellings: "Sergei Lavrov", "Sergey Lavrov".
  boolean isSpellingOf(NameParts other) {
    return suffix.equals(other.suffix)
        && hasFamilyOf(other)
        && sounds(given).equals(sounds(other.given));
  }

  boolean hasFamilyOf(NameParts other) {
    return family.equals(other.family)
        || (family.length() >= MIN_SPELLED
            && other.family.length() >= MIN_SPELLED
            && SoundKey.of(family).equals(SoundKey.of(other.family)));
  }

  /// True if this name lacks given names of `longer`, or abbreviates them: "Donald Trump" and
  /// "Donald J. Trump", "Javad Zarif" and "Mohammad Javad Zarif", "S. Lavrov" and "Sergei Lavrov".
  boolean isShortFor(NameParts longer) {
    if (isBare()
        || !suffix.equals(longer.suffix)
        || !hasFamilyOf(longer)
        || given.size() > longer.given.size()
        || sounds(given).equals(sounds(longer.given))) {
      return false;
    }
    int left = longer.given.size() - given.size();
    return fits(longer.given.subList(0, given.size()))
        || fits(longer.given.subList(left, longer.given.size()));
  }

  private boolean fits(List<String> names) {
    for (int i = 0; i < names.size(); i++) {
      var mine = given.get(i);
      boolean isInitial = mine.length() == 1 && names.get(i).startsWith(mine);
      if (!isInitial && !SoundKey.of(mine).equals(SoundKey.of(names.get(i)))) {
        return false;
      }
    }
    return true;
  }

  private static List<String> sounds(List<String> words) {
    return words.stream().map(SoundKey::of).toList();
  }
}
