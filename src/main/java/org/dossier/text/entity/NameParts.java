package org.dossier.text.entity;

import java.util.List;
import org.dossier.text.name.SoundKey;

/// The given names, the family name and the suffix of a person's name, with their sounds.
///
/// @param given possibly empty
/// @param family the last word, without an article such as "al-"
/// @param suffix such as "jr"; possibly empty
/// @param sounds the sounds of the given names
/// @param familySound the sound of the family name
record NameParts(
    List<String> given, String family, String suffix, List<String> sounds, String familySound) {
  private static final int MIN_SPELLED = 5;

  /// @param name its words in lower case and folded, separated by spaces
  static NameParts parse(String name) {
    var words = List.of(name.split(" "));
    int at = family(words);
    var given = words.subList(0, at);
    var family = words.get(at).replaceFirst("^(?:al|el)-", "");
    return new NameParts(
        given,
        family,
        at < words.size() - 1 ? words.getLast() : "",
        given.stream().map(SoundKey::of).toList(),
        SoundKey.of(family));
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
    return suffix.equals(other.suffix) && hasFamilyOf(other) && sounds.equals(other.sounds);
  }

  boolean hasFamilyOf(NameParts other) {
    return family.equals(other.family)
        || (family.length() >= MIN_SPELLED
            && other.family.length() >= MIN_SPELLED
            && familySound.equals(other.familySound));
  }

  /// True if this name lacks given names of `longer`, or abbreviates them: "Donald Trump" and
  /// "Donald J. Trump", "Javad Zarif" and "Mohammad Javad Zarif", "S. Lavrov" and "Sergei Lavrov".
  boolean isShortFor(NameParts longer) {
    if (isBare()
        || !suffix.equals(longer.suffix)
        || !hasFamilyOf(longer)
        || given.size() > longer.given.size()
        || sounds.equals(longer.sounds)) {
      return false;
    }
    int left = longer.given.size() - given.size();
    return fits(longer, 0) || fits(longer, left);
  }

  /// @param from the place of the first of the given names of `longer` that are compared
  private boolean fits(NameParts longer, int from) {
    for (int i = 0; i < given.size(); i++) {
      var mine = given.get(i);
      boolean isInitial = mine.length() == 1 && longer.given.get(from + i).startsWith(mine);
      if (!isInitial && !sounds.get(i).equals(longer.sounds.get(from + i))) {
        return false;
      }
    }
    return true;
  }
}
