package org.dossier.text;

import java.util.Locale;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// The hyphens at the ends of the lines of a hard-wrapped text. A word that was divided to fit the
/// line is joined; a compound that happens to break at its hyphen keeps the hyphen.
final class LineHyphens {
  /// A shorter line is not wrapped: a verse, an address, an item.
  private static final int MIN_LINE = 30;

  /// The share of the longest line that every line of a wrapped block has.
  private static final double MIN_SHARE = 0.6;

  /// Lines without a blank line between them.
  private static final Pattern BLOCK =
      Pattern.compile("[^\\n]++(?:\\n(?!\\h*+(?:\\n|$))[^\\n]++)*+");

  private static final Pattern LINE_END = Pattern.compile("\\h*+\\n\\h*+");

  private static final WordListFile COMPOUNDS = WordListFile.read("compounds.txt");
  private static final Set<String> FIRST = COMPOUNDS.words("first");
  private static final Set<String> LAST = COMPOUNDS.words("last");

  /// The conjunctions after a suspended hyphen: "short- and long-term".
  private static final Set<String> CONJUNCTIONS = Set.of("and", "or", "to", "und", "oder", "bis");

  /// The endings of numbers: "six-teen" is a divided word.
  private static final Set<String> NUMBER_ENDING = Set.of("teen", "een", "ty", "th", "fold");

  private static final Pattern DIVIDED =
      Pattern.compile(
          "(?<![\\p{L}\\p{N}])([\\p{L}\\p{N}]{1,40})([-‐\u00ad])\\h{0,3}\\n\\h{0,8}([\\p{L}\\p{N}]{1,40}+)");

  private LineHyphens() {}

  /// `text` without the line ends that divide a word or a compound.
  static String join(String text) {
    if (text.indexOf("-\n") < 0
        && text.indexOf("- \n") < 0
        && text.indexOf("‐\n") < 0
        && text.indexOf("\u00ad\n") < 0) {
      return text;
    }
    var lower = text.toLowerCase(Locale.ROOT);
    return BLOCK
        .matcher(text)
        .replaceAll(block -> Matcher.quoteReplacement(joinedBlock(block.group(), lower)));
  }

  /// The block without its divided words. If it is hard-wrapped, it becomes one line, because lines
  /// that have lost or gained a part of a word no longer show that they are wrapped.
  private static String joinedBlock(String block, String lower) {
    var joined = DIVIDED.matcher(block).replaceAll(divided -> joined(divided, block, lower));
    return joined.equals(block) || !isWrapped(block)
        ? joined
        : LINE_END.matcher(joined).replaceAll(" ");
  }

  private static boolean isWrapped(String block) {
    var lines = block.lines().toList();
    int longest = lines.stream().mapToInt(String::length).max().orElse(0);
    return lines.subList(0, lines.size() - 1).stream()
        .allMatch(line -> line.length() >= MIN_LINE && line.length() >= MIN_SHARE * longest);
  }

  private static String joined(MatchResult divided, String text, String lower) {
    var first = divided.group(1);
    var last = divided.group(3);
    boolean wrapped =
        divided.start() - text.lastIndexOf('\n', divided.start()) + first.length() >= MIN_LINE;
    if (!wrapped || CONJUNCTIONS.contains(last)) {
      return divided.group();
    }
    boolean soft = divided.group(2).equals("\u00ad");
    return soft || isOneWord(first, last, lower) ? first + last : first + "-" + last;
  }

  /// A spelling that the text has elsewhere decides first, then the parts of the word.
  private static boolean isOneWord(String first, String last, String lower) {
    if (!Character.isLowerCase(last.charAt(0)) || !isLetters(first)) {
      return false;
    }
    var one = first.toLowerCase(Locale.ROOT);
    if (lower.contains(one + last)) {
      return true;
    }
    boolean compound =
        (FIRST.contains(one) && !NUMBER_ENDING.contains(last)) || LAST.contains(last);
    return !compound && !lower.contains(one + "-" + last);
  }

  private static boolean isLetters(String word) {
    return word.chars().allMatch(Character::isLetter);
  }
}
