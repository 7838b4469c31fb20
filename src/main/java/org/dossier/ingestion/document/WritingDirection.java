package org.dossier.ingestion.document;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/// The order in which the words of a line are read. A page has them from left to right; a text has
/// them in the order of reading.
final class WritingDirection {
  private static final String OPENING = "([{«‹";
  private static final String CLOSING = ")]}»›";
  private static final String PUNCTUATION = OPENING + CLOSING + ".,:;!،؛؟";

  private WritingDirection() {}

  /// The line of `words`, which are in their order on the page.
  static String logical(List<String> words) {
    if (words.stream().noneMatch(WritingDirection::isRightToLeft)) {
      return String.join(" ", words);
    }
    boolean line = isRightToLeft(words);
    var ordered = new ArrayList<String>();
    for (var word : words) {
      if (isRightToLeft(word)) {
        ordered.add(mirrored(new StringBuilder(word).reverse().toString()));
      } else {
        ordered.add(line && !hasLetters(word) ? withMovedPunctuation(word) : word);
      }
    }
    if (line) {
      Collections.reverse(ordered);
    }
    reverseRuns(ordered, !line);
    return String.join(" ", ordered);
  }

  /// True if at least half of the words that have letters are read from right to left.
  static boolean isRightToLeft(List<String> words) {
    long right = words.stream().filter(WritingDirection::isRightToLeft).count();
    return right > 0 && right * 2 >= words.stream().filter(WritingDirection::hasLetters).count();
  }

  /// A word with its brackets as they are read, if it has them as they look.
  private static String mirrored(String word) {
    int last = word.length() - 1;
    boolean turned =
        CLOSING.indexOf(word.charAt(0)) >= 0 || OPENING.indexOf(word.charAt(last)) >= 0;
    return turned ? swapped(word) : word;
  }

  private static String swapped(String word) {
    var swapped = new StringBuilder();
    for (int i = 0; i < word.length(); i++) {
      char c = word.charAt(i);
      int opening = OPENING.indexOf(c);
      int closing = CLOSING.indexOf(c);
      swapped.append(
          opening >= 0 ? CLOSING.charAt(opening) : closing >= 0 ? OPENING.charAt(closing) : c);
    }
    return swapped.toString();
  }

  /// A number in a line from right to left, which itself is read from left to right: the
  /// punctuation to its left is read after it.
  private static String withMovedPunctuation(String number) {
    int from = 0;
    int to = number.length();
    while (from < to && PUNCTUATION.indexOf(number.charAt(from)) >= 0) {
      from++;
    }
    while (to > from && PUNCTUATION.indexOf(number.charAt(to - 1)) >= 0) {
      to--;
    }
    var before = new StringBuilder(number.substring(to)).reverse().toString();
    var after = new StringBuilder(number.substring(0, from)).reverse().toString();
    return swapped(before) + number.substring(from, to) + swapped(after);
  }

  /// Restores the order within the runs of words of the other direction.
  private static void reverseRuns(List<String> words, boolean rightToLeft) {
    int start = -1;
    for (int i = 0; i <= words.size(); i++) {
      boolean other =
          i < words.size()
              && hasLetters(words.get(i))
              && isRightToLeft(words.get(i)) == rightToLeft;
      if (other && start < 0) {
        start = i;
      } else if (!other && start >= 0) {
        Collections.reverse(words.subList(start, i));
        start = -1;
      }
    }
  }

  private static boolean hasLetters(String word) {
    return word.codePoints().anyMatch(Character::isLetter);
  }

  private static boolean isRightToLeft(String word) {
    return word.codePoints()
        .mapToObj(Character::getDirectionality)
        .anyMatch(direction ->
            direction == Character.DIRECTIONALITY_RIGHT_TO_LEFT
                || direction == Character.DIRECTIONALITY_RIGHT_TO_LEFT_ARABIC);
  }
}
