package org.dossier.text;

import java.util.Locale;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// The hyphens at the ends of the lines of a hard-wrapped text. A word that was divided to fit the
/// line is joined; a compound that happens to break at its hyphen keeps the hyphen.
public final class LineHyphens {
  /// A shorter line is not wrapped: a verse, an address, an item.
  private static final int MIN_LINE = 30;

  /// The same for a line that ends within a word; lines of narrow columns are short.
  private static final int MIN_DIVIDED_LINE = 20;

  /// The share of the longest line that every line of a wrapped block has.
  private static final double MIN_SHARE = 0.6;

  /// Lines without a blank line between them.
  private static final Pattern BLOCK =
      Pattern.compile("[^\\n]++(?:\\n(?!\\h*+(?:\\n|$))[^\\n]++)*+");

  private static final Pattern LINE_END = Pattern.compile("\\h*+\\n\\h*+");

  private static final WordListFile COMPOUNDS = WordListFile.read("compounds.txt");
  private static final Set<String> FIRST = COMPOUNDS.words("first");
  private static final Set<String> LAST = COMPOUNDS.words("last");
  private static final Set<String> AFTER_EX = COMPOUNDS.words("after ex");

  private static final String EX = "ex";

  /// The conjunctions after a suspended hyphen: "short- and long-term".
  private static final Set<String> CONJUNCTIONS = Set.of("and", "or", "to", "und", "oder", "bis");

  /// The endings of numbers: "six-teen" is a divided word.
  private static final Set<String> NUMBER_ENDING = Set.of("teen", "een", "ty", "th", "fold");

  private static final Pattern DIVIDED =
      Pattern.compile(
          "(?<![\\p{L}\\p{N}])([\\p{L}\\p{N}]{1,40})([-‐\u00ad¬])\\h{0,3}\\n\\h{0,8}([\\p{L}\\p{N}]{1,40}+)");

  private static final Pattern MAY_DIVIDE = Pattern.compile("[-‐\u00ad¬]\\h{0,3}\\n");

  /// The characters that typesetting and text recognition write only where a word is divided: the
  /// soft hyphen and “¬”.
  private static final String ONLY_DIVIDES = "\u00ad¬";

  private static final int LONGEST_PART = 42;
  private static final Pattern LAST_PART =
      Pattern.compile("(?<![\\p{L}\\p{N}])([\\p{L}\\p{N}]{1,40})([-‐\u00ad¬])$");
  private static final Pattern FIRST_PART = Pattern.compile("([\\p{L}\\p{N}]{1,40}+)");

  private LineHyphens() {}

  /// `text` without the line ends that divide a word or a compound.
  static String join(String text) {
    if (!MAY_DIVIDE.matcher(text).find()) {
      return text;
    }
    var lower = text.toLowerCase(Locale.ROOT);
    return BLOCK
        .matcher(text)
        .replaceAll(block -> Matcher.quoteReplacement(joinedBlock(block.group(), lower)));
  }

  /// Two consecutive lines of a paragraph that is known to be wrapped, as one. The second part of a
  /// divided word is moved to the end of the first line.
  ///
  /// @param lower the text around them in lower case, whose spellings decide
  /// @param between what replaces the line end; a page break in it is kept in any case
  public static String join(String line, String next, String lower, String between) {
    if (line.indexOf(Pages.BREAK) == line.length() - 1) {
      return line + next;
    }
    var end =
        LAST_PART.matcher(line).region(Math.max(0, line.length() - LONGEST_PART), line.length());
    var start = FIRST_PART.matcher(next);
    if (!end.find() || !start.lookingAt() || CONJUNCTIONS.contains(start.group(1))) {
      return line + between + next;
    }
    boolean one =
        ONLY_DIVIDES.contains(end.group(2)) || isOneWord(end.group(1), start.group(1), lower);
    int space = next.indexOf(' ', start.end());
    var moved = space < 0 ? next : next.substring(0, space);
    var rest = next.substring(moved.length()).stripLeading();
    var whole = line.substring(0, end.end(1)) + (one ? "" : "-") + moved;
    return rest.isEmpty() && between.isBlank() && !Pages.hasSeveral(between)
        ? whole
        : whole + between + rest;
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
    if (ONLY_DIVIDES.contains(divided.group(2))) {
      return first + last;
    }
    boolean wrapped =
        divided.start() - text.lastIndexOf('\n', divided.start()) + first.length()
            >= MIN_DIVIDED_LINE;
    if (!wrapped || CONJUNCTIONS.contains(last)) {
      return divided.group();
    }
    return isOneWord(first, last, lower) ? first + last : first + "-" + last;
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
        (FIRST.contains(one) && !NUMBER_ENDING.contains(last))
            || (one.equals(EX) && (AFTER_EX.contains(last) || AFTER_EX.contains(singular(last))))
            || LAST.contains(last);
    return !compound && !lower.contains(one + "-" + last);
  }

  private static String singular(String noun) {
    return noun.endsWith("s") ? noun.substring(0, noun.length() - 1) : noun;
  }

  private static boolean isLetters(String word) {
    return word.chars().allMatch(Character::isLetter);
  }
}
