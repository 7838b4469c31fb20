package org.dossier.text.name;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.dossier.text.FunctionWords;
import org.dossier.text.Punctuation;
import org.dossier.text.Span;
import org.dossier.text.WordListFile;

/// The words of one sentence, tokenized for finding names: "Iran's" without its ending, "US-led"
/// and "pro-Kremlin" reduced to the name in them, "U.S." whole.
///
/// @param words in order
/// @param allCaps true if there are two or more words and all are in capitals
/// @param headline true if it is in headline case
/// @param question true if it ends with a question mark
record NameTokens(List<NameToken> words, boolean allCaps, boolean headline, boolean question) {
  private static final Set<String> PREFIXES = WordListFile.read("names.txt").words("prefixes");
  private static final Set<String> ABBREVIATED =
      Set.of(
          "dr", "mr", "mrs", "ms", "st", "gen", "sen", "rep", "gov", "lt", "col", "sgt", "capt",
          "maj", "adm", "prof", "rev", "jr", "mt", "ft");

  private static final Pattern WORD =
      Pattern.compile(
          "(?:\\p{L}\\.){2,}+|[\\p{L}\\p{N}][\\p{L}\\p{M}\\p{N}]*+(?:[-'’&‑][\\p{L}\\p{N}][\\p{L}\\p{M}\\p{N}]*+)*+");
  private static final Pattern POSSESSIVE = Pattern.compile("['’]s$", Pattern.CASE_INSENSITIVE);
  private static final int MIN_HEADLINE_WORDS = 4;
  private static final int MAX_SMALL_WORD_LENGTH = 4;

  static NameTokens of(String text, Span sentence) {
    List<NameToken> words = words(text, sentence);
    List<NameToken> lettered = words.stream().filter(NameToken::hasLetters).toList();
    char last = text.charAt(sentence.end() - 1);
    return new NameTokens(
        words,
        areAllCaps(lettered),
        areHeadline(lettered, Punctuation.isTerminator(last)),
        last == '?');
  }

  private static List<NameToken> words(String text, Span sentence) {
    List<NameToken> words = new ArrayList<>();
    Matcher matcher = WORD.matcher(text).region(sentence.start(), sentence.end());
    int end = sentence.start();
    while (matcher.find()) {
      String gap = text.substring(end, matcher.start());
      Span span = nameIn(text, matcher.start(), matcher.end());
      boolean first = words.isEmpty();
      boolean opens = first || opensQuotation(gap);
      boolean follows =
          !first && span.start() == matcher.start() && joins(gap, words.getLast().text());
      words.add(new NameToken(span, span.of(text), opens, follows));
      end = span.end();
    }
    return words;
  }

  private static boolean areAllCaps(List<NameToken> lettered) {
    return lettered.size() > 1
        && lettered.stream()
            .allMatch(word -> word.text().codePoints().noneMatch(Character::isLowerCase));
  }

  /// True if all words but small ones have capitals, and the sentence does not merely consist of
  /// names. "Is Lake Mead in Nevada?" is not a headline: it ends like a sentence, and no small word
  /// after the first has a capital.
  private static boolean areHeadline(List<NameToken> lettered, boolean endsLikeSentence) {
    long capitals = lettered.stream().filter(NameToken::isCapital).count();
    return lettered.size() >= MIN_HEADLINE_WORDS
        && capitals >= MIN_HEADLINE_WORDS - 1
        && lettered.stream().allMatch(word -> word.isCapital() || isSmall(word))
        && (!endsLikeSentence || lettered.stream().skip(1).anyMatch(NameTokens::isRaised));
  }

  private static boolean isSmall(NameToken word) {
    return word.text().length() <= MAX_SMALL_WORD_LENGTH && FunctionWords.isFunction(word.text());
  }

  private static boolean isRaised(NameToken word) {
    return word.isCapital() && !word.isAcronym() && FunctionWords.isFunction(word.text());
  }

  private static Span nameIn(String text, int start, int end) {
    String word = text.substring(start, end);
    Matcher possessive = POSSESSIVE.matcher(word);
    int to = possessive.find() ? start + possessive.start() : end;
    int hyphen = text.indexOf('-', start, to);
    if (hyphen < 0) {
      return new Span(start, to);
    }
    String before = text.substring(start, hyphen);
    if (PREFIXES.contains(before.toLowerCase(Locale.ROOT))) {
      return new Span(start, to);
    }
    if (Character.isLowerCase(text.codePointAt(start))) {
      boolean name = hasCapital(text.substring(hyphen + 1, to));
      return name ? new Span(hyphen + 1, to) : new Span(start, to);
    }
    return hasCapital(text.substring(hyphen + 1, to)) || isNumber(text.charAt(hyphen + 1))
        ? new Span(start, to)
        : new Span(start, hyphen);
  }

  private static boolean hasCapital(String part) {
    return part.codePoints().anyMatch(Character::isUpperCase);
  }

  private static boolean isNumber(char c) {
    return Character.isDigit(c);
  }

  private static boolean joins(String gap, String before) {
    if (gap.isBlank() || gap.equals(" & ")) {
      return gap.length() <= 3;
    }
    boolean abbreviated =
        before.length() == 1 || ABBREVIATED.contains(before.toLowerCase(Locale.ROOT));
    return abbreviated && gap.equals(". ");
  }

  private static boolean opensQuotation(String gap) {
    if (gap.isEmpty()) {
      return false;
    }
    char last = gap.charAt(gap.length() - 1);
    boolean opener = Punctuation.isOpener(last) && last != '(' && last != '[';
    return opener || gap.endsWith(": ") || gap.endsWith("– ") || gap.endsWith("— ");
  }
}
