package org.dossier.text.name;

import java.util.HashSet;
import java.util.List;
import java.util.Set;

/// The acronyms that the initials of names form: SNSC of "Supreme National Security Council", OPEC
/// of "Organization of the Petroleum Exporting Countries". Two letters are too few: they fit too
/// many names.
public final class Initials {
  private static final int MIN_LENGTH = 3;
  private static final int MAX_WORDS = 10;

  private Initials() {}

  /// The acronyms, in lower case, of the capitalized words that `name` ends with; of all of them,
  /// or only of the last three or more: "Iran Supreme National Security Council".
  public static Set<String> of(List<FoldedWord> name) {
    var initials = new HashSet<String>();
    for (int from = 0; from < name.size(); from++) {
      if (name.get(from).capital()) {
        add(name.subList(from, Math.min(name.size(), from + MAX_WORDS)), initials);
      }
    }
    return initials;
  }

  /// The acronyms, in lower case, of all runs of capitalized words in a text, with at most two
  /// small words between two capitalized ones.
  public static Set<String> inText(List<FoldedWord> text) {
    var initials = new HashSet<String>();
    for (int from = 0; from < text.size(); from++) {
      if (text.get(from).capital()) {
        for (int to = from + 1; to <= runEnd(text, from); to++) {
          add(text.subList(from, to), initials);
        }
      }
    }
    return initials;
  }

  private static int runEnd(List<FoldedWord> text, int from) {
    int end = from + 1;
    int small = 0;
    for (int at = end; at < Math.min(text.size(), from + MAX_WORDS); at++) {
      var word = text.get(at);
      small = word.capital() ? 0 : small + 1;
      if (!word.follows() || small > 2) {
        break;
      }
      end = word.capital() ? at + 1 : end;
    }
    return end;
  }

  /// Adds the initials with and without those of small words.
  private static void add(List<FoldedWord> words, Set<String> initials) {
    var all = new StringBuilder();
    var capitals = new StringBuilder();
    for (var word : words) {
      all.appendCodePoint(word.text().codePointAt(0));
      if (word.capital()) {
        capitals.appendCodePoint(word.text().codePointAt(0));
      }
    }
    if (capitals.length() >= MIN_LENGTH) {
      initials.add(capitals.toString());
      initials.add(all.toString());
    }
  }
}
