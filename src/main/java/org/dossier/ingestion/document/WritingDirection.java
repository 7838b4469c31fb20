package org.dossier.ingestion.document;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/// The order in which the words of a line are read. A page has them from left to right; a text has
/// them in the order of reading.
final class WritingDirection {
  private WritingDirection() {}

  /// The line of `words`, which are in their order on the page.
  static String logical(List<String> words) {
    long right = words.stream().filter(WritingDirection::isRightToLeft).count();
    if (right == 0) {
      return String.join(" ", words);
    }
    var ordered = new ArrayList<String>();
    for (var word : words) {
      ordered.add(isRightToLeft(word) ? new StringBuilder(word).reverse().toString() : word);
    }
    if (right * 2 > words.stream().filter(WritingDirection::hasLetters).count()) {
      Collections.reverse(ordered);
      reverseRuns(ordered, false);
    } else {
      reverseRuns(ordered, true);
    }
    return String.join(" ", ordered);
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
