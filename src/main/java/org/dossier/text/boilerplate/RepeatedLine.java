package org.dossier.text.boilerplate;

import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.dossier.text.WhiteSpace;
import org.dossier.text.WordListFile;

/// A line that several articles of one publisher have in common. It may be boilerplate ("Sign up
/// for our science newsletter.") or evidence: the background of a story, which each article on it
/// repeats. Therefore its words decide, too (`[words of repeated lines]` in `boilerplate.txt`).
public final class RepeatedLine {
  /// The maximum length of boilerplate, in characters. It also bounds the time of a match.
  public static final int MAX_LENGTH = 600;

  private static final String QUOTATION_MARKS = "“\"„«‘'";

  private static final Pattern WORDS =
      Pattern.compile(
          WordListFile.read("boilerplate.txt").words("words of repeated lines").stream()
              .sorted()
              .map(Pattern::quote)
              .collect(Collectors.joining("|", "(?<![\\p{L}\\p{N}])(?:", ")(?![\\p{L}\\p{N}])")));

  private RepeatedLine() {}

  /// The form of `line` in which it is compared with others: white space, case and the form of
  /// apostrophes make no difference.
  public static String key(String line) {
    var stripped = line.strip();
    var oneSpaced = isOneSpaced(stripped) ? stripped : WhiteSpace.normalize(stripped);
    return oneSpaced.replace('’', '\'').toLowerCase(Locale.ROOT);
  }

  /// True if normalization would change nothing. Almost all lines are such, and this is far faster.
  private static boolean isOneSpaced(String line) {
    for (int i = 0; i < line.length(); i++) {
      char c = line.charAt(i);
      boolean plain = c > ' ' && c < '\u007f';
      boolean single = c == ' ' && line.charAt(i - 1) != ' ';
      if (!plain && !single && !Character.isLetter(c) && "’‘“”–—…".indexOf(c) < 0) {
        return false;
      }
    }
    return true;
  }

  /// Returns whether a line that several articles have is boilerplate. A quotation is not, nor is a
  /// row of a table.
  ///
  /// @param key its [#key]
  public static boolean isBoilerplate(String key) {
    return !key.isEmpty()
        && key.length() <= MAX_LENGTH
        && key.indexOf('|') < 0
        && QUOTATION_MARKS.indexOf(key.charAt(0)) < 0
        && WORDS.matcher(key).find();
  }
}
