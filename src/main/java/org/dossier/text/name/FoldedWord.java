package org.dossier.text.name;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.dossier.text.LetterFolding;

/// A word of a text in the form in which names are compared: folded by [LetterFolding], in lower
/// case, and without the dots of an abbreviation.
///
/// @param text the word
/// @param capital true if it begins with a capital
/// @param acronym true if it has two letters or more and all are capitals: "US", "U.S."
/// @param dotted true if it was written with dots: "U.S.", "J.K."
/// @param follows true if only a space or a hyphen separates it from the previous word
public record FoldedWord(
    String text, boolean capital, boolean acronym, boolean dotted, boolean follows) {
  private static final Pattern WORD =
      Pattern.compile("(?<![\\p{L}\\p{N}])(?:\\p{L}\\.){2,}+|[\\p{L}\\p{N}]++");

  /// The words of `text`, in order, without the "s" of a genitive.
  public static List<FoldedWord> of(String text) {
    var plain = LetterFolding.fold(text);
    var words = new ArrayList<FoldedWord>();
    var matcher = WORD.matcher(plain);
    int end = -1;
    while (matcher.find()) {
      boolean follows =
          end >= 0
              && matcher.start() == end + 1
              && (plain.charAt(end) == ' ' || plain.charAt(end) == '-');
      var word = of(matcher.group(), follows);
      if (!word.text.equals("s")) {
        words.add(word);
      }
      end = matcher.end();
    }
    return words;
  }

  private static FoldedWord of(String written, boolean follows) {
    boolean dotted = written.endsWith(".");
    var bare = dotted ? written.replace(".", "") : written;
    boolean acronym =
        bare.length() > 1
            && Character.isUpperCase(bare.charAt(0))
            && bare.chars().noneMatch(Character::isLowerCase);
    return new FoldedWord(
        bare.toLowerCase(Locale.ROOT),
        Character.isUpperCase(bare.codePointAt(0)),
        acronym,
        dotted,
        follows);
  }
}
