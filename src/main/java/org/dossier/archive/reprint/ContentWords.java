package org.dossier.archive.reprint;

import java.util.Arrays;

/// The words of a text by which it is compared with others, in reading order: those of at least
/// [#MIN_LETTERS] letters, numbers, and each ideograph. Shorter words occur in every text. Case is
/// ignored.
///
/// @param hashes the hash of each word
/// @param numbers the hashes of those that are numbers, in ascending order
record ContentWords(int[] hashes, int[] numbers) {
  private static final int MIN_LETTERS = 4;

  /// Longer texts are compared by their beginnings, because the cost grows with the square of the
  /// length.
  static final int MAX_WORDS = 4_000;

  static ContentWords of(String text) {
    var scanner = new Scanner();
    int at = 0;
    while (at < text.length() && scanner.count < MAX_WORDS) {
      int codePoint = text.codePointAt(at);
      scanner.add(codePoint);
      at += Character.charCount(codePoint);
    }
    scanner.endWord();
    return scanner.words();
  }

  int size() {
    return hashes.length;
  }

  /// The share of the words of the shorter list that the longer one has, too, regardless of their
  /// order.
  ///
  /// @return 0 to 1; 1 if the shorter list is empty
  static double shared(int[] one, int[] other) {
    var sorted = one.clone();
    var otherSorted = other.clone();
    Arrays.sort(sorted);
    Arrays.sort(otherSorted);
    int shared = 0;
    for (int i = 0, j = 0; i < sorted.length && j < otherSorted.length; ) {
      int order = Integer.compare(sorted[i], otherSorted[j]);
      shared += order == 0 ? 1 : 0;
      i += order <= 0 ? 1 : 0;
      j += order >= 0 ? 1 : 0;
    }
    int shorter = Math.min(one.length, other.length);
    return shorter == 0 ? 1 : (double) shared / shorter;
  }

  /// Collects the words of a text character by character.
  private static final class Scanner {
    /// The letters and digits of ASCII in lower case; most texts consist of them.
    private static final char[] ASCII = new char[128];

    static {
      for (char c = 0; c < ASCII.length; c++) {
        ASCII[c] = Character.isLetterOrDigit(c) ? Character.toLowerCase(c) : 0;
      }
    }

    private final int[] hashes = new int[MAX_WORDS + 1];
    private final int[] numbers = new int[MAX_WORDS + 1];
    private int count;
    private int numberCount;
    private int hash;
    private int letters;
    private boolean isNumber = true;

    void add(int codePoint) {
      if (codePoint < ASCII.length) {
        addAscii(ASCII[codePoint]);
      } else if (Character.isIdeographic(codePoint)) {
        endWord();
        hashes[count++] = mix(codePoint);
      } else if (Character.isLetterOrDigit(codePoint)) {
        hash = 31 * hash + Character.toLowerCase(codePoint);
        letters++;
        isNumber &= Character.isDigit(codePoint);
      } else {
        endWord();
      }
    }

    /// @param folded the letter or digit in lower case; 0 for another character
    private void addAscii(char folded) {
      if (folded == 0) {
        endWord();
      } else {
        hash = 31 * hash + folded;
        letters++;
        isNumber &= folded <= '9';
      }
    }

    void endWord() {
      if (count < MAX_WORDS && letters > 0 && (isNumber || letters >= MIN_LETTERS)) {
        hashes[count++] = mix(hash);
        if (isNumber) {
          numbers[numberCount++] = mix(hash);
        }
      }
      hash = 0;
      letters = 0;
      isNumber = true;
    }

    ContentWords words() {
      var sorted = Arrays.copyOf(numbers, numberCount);
      Arrays.sort(sorted);
      return new ContentWords(Arrays.copyOf(hashes, Math.min(count, MAX_WORDS)), sorted);
    }

    /// Spreads similar hashes (the finalizer of MurmurHash3).
    private static int mix(int hash) {
      int mixed = hash;
      mixed = (mixed ^ (mixed >>> 16)) * 0x85ebca6b;
      mixed = (mixed ^ (mixed >>> 13)) * 0xc2b2ae35;
      return mixed ^ (mixed >>> 16);
    }
  }
}
