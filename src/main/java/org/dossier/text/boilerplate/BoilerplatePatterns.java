package org.dossier.text.boilerplate;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.dossier.text.WordListFile;

/// Recognizes lines of boilerplate by their words alone, from `boilerplate.txt`.
final class BoilerplatePatterns {
  /// The maximum length of a line that patterns are applied to. It bounds the time of a match;
  /// prose is mostly longer.
  private static final int MAX_LENGTH = 400;

  private static final int MAX_PHRASE_LENGTH = 80;
  private static final Pattern SPACES =
      Pattern.compile("[\\p{javaWhitespace}\\u00a0\\u200b\\u200c]++");
  private static final Pattern MARKS_BEFORE = Pattern.compile("^[\\p{P}\\p{S}\\p{Z}]++");
  private static final Pattern MARKS_AFTER =
      Pattern.compile("(?<![\\p{P}\\p{S}\\p{Z}])[\\p{P}\\p{S}\\p{Z}]++$");
  private static final Pattern BAR = Pattern.compile("\\|");
  private static final Pattern BETWEEN_PHRASES = Pattern.compile(" ?[|•·] ?");
  private static final Pattern WORD = Pattern.compile("[\\p{L}\\p{M}-]++");

  private static final WordListFile SECTIONS = WordListFile.read("boilerplate.txt");
  private static final Map<String, Kind> PHRASES = phrases();
  private static final Set<String> SHARE_BAR = SECTIONS.words("share bar");
  private static final List<LinePattern> PATTERNS =
      SECTIONS.lines("pattern").stream().map(LinePattern::parse).toList();
  private static final List<LinePattern> UNLESS_TEXT =
      SECTIONS.lines("pattern unless text").stream().map(LinePattern::parse).toList();

  private static final Pattern LABEL = Pattern.compile("^[^:|»›>→]{1,60}[:|»›>→]\\s*+");

  /// Two words between commas: "railway, grain, Oslo" are tags.
  private static final Pattern LIST = Pattern.compile("^[^,]{1,30},[^,]{1,30}(?:,|$)");

  private static final Pattern SENTENCE_END = Pattern.compile("\\.[\"'”’)]{0,2}$");

  /// A label may precede a headline of this number of words that ends with a full stop.
  private static final int MIN_SENTENCE_WORDS = 4;

  private BoilerplatePatterns() {}

  /// The kind of a line.
  enum Kind {
    /// Starts a comment box.
    COMMENT_BOX,
    /// Heads a list of links.
    LINKS,
    /// Boilerplate that says nothing about the lines after it.
    OTHER,
    /// Not recognized as boilerplate.
    UNKNOWN
  }

  private static Map<String, Kind> phrases() {
    Map<String, Kind> phrases = new HashMap<>();
    SECTIONS.lines("comment box").forEach(line -> phrases.put(phrase(line), Kind.COMMENT_BOX));
    SECTIONS.lines("links").forEach(line -> phrases.putIfAbsent(phrase(line), Kind.LINKS));
    SECTIONS.lines("line").forEach(line -> phrases.putIfAbsent(phrase(line), Kind.OTHER));
    return Map.copyOf(phrases);
  }

  /// The pattern of a whole line.
  ///
  /// @param required substrings in lower case, one of which a matching line contains; empty if the
  ///   pattern is fast enough without this test
  private record LinePattern(List<String> required, Pattern pattern) {
    private static final Pattern LINE = Pattern.compile("(?:\\{([^}]++)} )?+(.++)");
    private static final int FLAGS = Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE;

    /// Reads `{any|of these} pattern` or `pattern`.
    static LinePattern parse(String line) {
      var matcher = LINE.matcher(line);
      if (!matcher.matches()) {
        throw new IllegalStateException("invalid line pattern: " + line);
      }
      String needs = matcher.group(1);
      return new LinePattern(
          needs == null ? List.of() : BAR.splitAsStream(needs).toList(),
          Pattern.compile(normalizeSpelling(matcher.group(2)), FLAGS));
    }

    boolean matches(String line, String lower) {
      return (required.isEmpty() || required.stream().anyMatch(lower::contains))
          && pattern.matcher(line).matches();
    }
  }

  /// The kind of `line`, regardless of its position.
  static Kind kind(String line) {
    if (line.length() > MAX_LENGTH) {
      return Kind.UNKNOWN;
    }
    Kind phrase = line.length() > MAX_PHRASE_LENGTH ? null : PHRASES.get(phrase(line));
    if (phrase != null) {
      return phrase;
    }
    return isSeparator(line) || isRowOfPhrases(line) || matchesPattern(line)
        ? Kind.OTHER
        : Kind.UNKNOWN;
  }

  /// True for phrases of boilerplate in one line: "Terms of Use | Privacy Policy".
  private static boolean isRowOfPhrases(String line) {
    if (line.chars().noneMatch(c -> c == '|' || c == '•' || c == '·')) {
      return false;
    }
    var parts = BETWEEN_PHRASES.split(line, -1);
    return parts.length > 1 && Stream.of(parts).allMatch(part -> PHRASES.containsKey(phrase(part)));
  }

  private static boolean isSeparator(String line) {
    return line.chars().noneMatch(Character::isLetterOrDigit);
  }

  private static boolean matchesPattern(String line) {
    String plain = normalizeSpelling(SPACES.matcher(line).replaceAll(" "));
    String lower = plain.toLowerCase(Locale.ROOT);
    return isShareBar(lower)
        || PATTERNS.stream().anyMatch(linePattern -> linePattern.matches(plain, lower))
        || (!readsAsText(plain)
            && UNLESS_TEXT.stream().anyMatch(linePattern -> linePattern.matches(plain, lower)));
  }

  /// True if the words after the label of a line are a sentence, or a phrase that no headline
  /// begins with: "More: 400 fishing days a year".
  private static boolean readsAsText(String line) {
    var rest = LABEL.matcher(line).replaceFirst("");
    if (rest.length() == line.length() || rest.isEmpty()) {
      return false;
    }
    int first = rest.codePointAt(0);
    boolean phrase =
        (Character.isLowerCase(first) || Character.isDigit(first))
            && rest.indexOf(' ') >= 0
            && !LIST.matcher(rest).find();
    return phrase
        || (SENTENCE_END.matcher(rest).find()
            && SPACES.splitAsStream(rest).count() >= MIN_SENTENCE_WORDS);
  }

  /// True for two or more names of sharing services and nothing else.
  private static boolean isShareBar(String lower) {
    var words = WORD.matcher(lower);
    int places = 0;
    while (words.find()) {
      if (!SHARE_BAR.contains(words.group())) {
        return false;
      }
      places++;
    }
    return places > 1;
  }

  private static String phrase(String line) {
    String plain = SPACES.matcher(line).replaceAll(" ").toLowerCase(Locale.ROOT);
    plain = MARKS_BEFORE.matcher(normalizeSpelling(plain)).replaceFirst("");
    return MARKS_AFTER.matcher(plain).replaceFirst("");
  }

  /// The line with one spelling of apostrophes and of the Arabic letters that Persian encodes
  /// differently.
  private static String normalizeSpelling(String line) {
    return line.replace('’', '\'').replace('ي', 'ی').replace('ى', 'ی').replace('ك', 'ک');
  }
}
