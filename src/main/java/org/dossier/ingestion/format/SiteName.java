package org.dossier.ingestion.format;

import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/// Recognizes the name of a site or newspaper above a title: "Harbour Gazette", "Journal of the
/// Sea". A headline in title case ("Space Agency Delays Launch") is no such name: the word for a
/// publisher is not at its end, or the text uses it as a common noun.
final class SiteName {
  /// The words for publishers.
  static final String WORDS =
      "(?:agency|association|broadcasting|bulletin|cent(?:er|re)|chronicle|daily|gazette|herald"
          + "|institute|journal|magazine|media|monitor|network|news|newspaper|observer|post|press"
          + "|radio|review|times|tribune|tv|weekly)";

  /// Words that are names of newspapers, but other words in longer lines.
  private static final Pattern NAME_OF_A_PAPER =
      Pattern.compile(
          "(?i:advertiser|argus|courier|dispatch|echo|examiner|express|globe|guardian|independent|inquirer|mail|mercury"
              + "|mirror|sentinel|standard|star|sun|telegraph|wire)");

  private static final int MOST_WORDS_OF_A_PAPER = 3;
  private static final int LONGEST = 80;
  private static final int MOST_WORDS = 8;
  private static final int BEGINNING = 1_500;
  private static final Pattern WORD = Pattern.compile(WORDS, Pattern.CASE_INSENSITIVE);
  private static final Pattern SMALL_WORD = Pattern.compile("(?:and|de|for|in|of|on|the|&|[-–—|])");

  /// An addition after the word for a publisher at the end of a name: "Press (AP)", "News – IRNA".
  private static final Pattern ADDITION =
      Pattern.compile("\\(.*\\)|[-–—|:]|\\p{Lu}{2,8}|(?i:online|international|group|\\.com|live)");

  private SiteName() {}

  /// True if `line` is such a name.
  ///
  /// @param below the text below it
  static boolean matches(String line, String below) {
    var words = List.of(line.split("\\s+", -1));
    if (line.length() > LONGEST || words.size() > MOST_WORDS || !areCapitalized(words)) {
      return false;
    }
    int at = publishingWord(words);
    return at >= 0 && !isCommonNoun(words.get(at), below);
  }

  private static boolean areCapitalized(List<String> words) {
    return words.stream()
        .allMatch(word ->
            SMALL_WORD.matcher(word).matches()
                || Character.isUpperCase(word.codePointAt(0))
                || word.charAt(0) == '(');
  }

  /// The index of the word for a publisher at the end, or before “of” at the beginning; -1 if the
  /// words have none there.
  private static int publishingWord(List<String> words) {
    int last = words.size() - 1;
    while (last > 0 && ADDITION.matcher(words.get(last)).matches()) {
      last--;
    }
    boolean paper =
        words.size() <= MOST_WORDS_OF_A_PAPER
            && last > 0
            && NAME_OF_A_PAPER.matcher(words.get(last)).matches();
    if (paper || isPublishing(words.get(last))) {
      return last;
    }
    for (int i = 0; i < Math.min(3, words.size() - 1); i++) {
      boolean named = i == 0 || words.getFirst().equalsIgnoreCase("the") || i == 1;
      boolean continued = words.get(i + 1).equals("of") || (i == 0 && isNamedAfter(words));
      if (named && isPublishing(words.get(i)) && continued) {
        return i;
      }
    }
    return -1;
  }

  /// "Centre for Harbours", "Radio Korla"; "Press Freedom Group Wins Prize" is a headline.
  private static boolean isNamedAfter(List<String> words) {
    return words.get(1).equals("for") || words.size() <= MOST_WORDS_OF_A_PAPER;
  }

  private static boolean isPublishing(String word) {
    return WORD.matcher(word).matches();
  }

  private static boolean isCommonNoun(String word, String below) {
    var noun = word.toLowerCase(Locale.ROOT);
    return Pattern.compile("(?<![\\p{L}.])" + Pattern.quote(noun) + "(?![\\p{L}.])")
        .matcher(below.substring(0, Math.min(BEGINNING, below.length())))
        .find();
  }
}
