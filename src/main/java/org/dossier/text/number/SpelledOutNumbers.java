package org.dossier.text.number;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import org.dossier.text.NumberWords;
import org.dossier.text.Span;
import org.dossier.text.TextNeighborhood;

/// Finds numbers written in English words: "twenty-one", "half a million", "two dozen", "one
/// hundred and five thousand".
final class SpelledOutNumbers {
  private static final Pattern WORD = Pattern.compile("\\p{L}++");
  private static final Set<String> BEFORE_A_PRONOUN =
      Set.of(
          "no", "any", "every", "some", "this", "that", "which", "each", "the", "another", "only");
  private static final Set<String> AFTER_A_PRONOUN =
      Set.of(
          "of", "another", "or", "and", "that", "who", "is", "was", "can", "could", "should",
          "must", "has", "may", "might", "in", "to", "by", "would", "will", "for", "with");

  /// The number of words of "quarter of a million".
  private static final int QUARTER_OF_A = 4;

  /// The least scale of which a text gives a quarter.
  private static final long MIN_QUARTERED = 1_000;

  private static final BigDecimal HALF = new BigDecimal("0.5");

  private final String text;
  private final List<Span> words;
  private final List<NumberFinder.Mention> mentions = new ArrayList<>();

  private SpelledOutNumbers(String text) {
    this.text = text;
    this.words = WORD.matcher(text).results().map(r -> new Span(r.start(), r.end())).toList();
  }

  static List<NumberFinder.Mention> find(String text) {
    SpelledOutNumbers numbers = new SpelledOutNumbers(text);
    int at = 0;
    while (at < numbers.words.size()) {
      at = Math.max(at + 1, numbers.read(at));
    }
    return numbers.mentions;
  }

  /// Parses the number that starts at word `first`, if one does.
  ///
  /// @return the index after it, or `first`
  private int read(int first) {
    if (isHalf(first)) {
      return readHalf(first);
    }
    boolean article = isArticle(first);
    int start = article ? first + 1 : first;
    if (isQuarterOf(start)) {
      add(first, start + QUARTER_OF_A, BigDecimal.valueOf(scaleAt(start + 3) / 4));
      return start + QUARTER_OF_A;
    }
    if (NumberWords.value(word(first)) < 0
        || (article && (!isJoined(start) || scaleAt(start) == 0))) {
      return first;
    }
    Amount amount = new Amount();
    int at = first;
    while (at < words.size() && (at == first || continues(at)) && amount.add(word(at))) {
      at++;
    }
    BigDecimal value = BigDecimal.valueOf(amount.value());
    if (isAndAHalf(at)) {
      return readAndAHalf(first, at + 3, value);
    }
    if (at - first > 1 || !isPronoun(first)) {
      add(first, at, value);
    }
    return at;
  }

  /// "two and a half", "two and a half million".
  private int readAndAHalf(int first, int end, BigDecimal whole) {
    boolean scaled = isJoined(end) && scaleAt(end) > 0;
    long scale = scaled ? scaleAt(end) : 1;
    add(first, scaled ? end + 1 : end, whole.add(HALF).multiply(BigDecimal.valueOf(scale)));
    return scaled ? end + 1 : end;
  }

  private boolean isAndAHalf(int at) {
    return isJoined(at)
        && isJoined(at + 1)
        && isJoined(at + 2)
        && word(at).equals("and")
        && isArticle(at + 1)
        && isHalf(at + 2);
  }

  /// "half a million", "half a dozen", "half-million".
  private int readHalf(int first) {
    int at = first + 1;
    if (isJoined(at) && isArticle(at)) {
      at++;
    }
    if (!isJoined(at) || scaleAt(at) == 0) {
      return first;
    }
    add(first, at + 1, BigDecimal.valueOf(scaleAt(at) / 2));
    return at + 1;
  }

  /// "(a) quarter of a million".
  private boolean isQuarterOf(int at) {
    return at < words.size()
        && word(at).equals("quarter")
        && isJoined(at + 1)
        && word(at + 1).equals("of")
        && isJoined(at + 2)
        && isArticle(at + 2)
        && isJoined(at + 3)
        && scaleAt(at + 3) >= MIN_QUARTERED;
  }

  private void add(int first, int end, BigDecimal value) {
    Span span = new Span(words.get(first).start(), words.get(end - 1).end());
    mentions.add(new NumberFinder.Mention(span, value));
  }

  /// True if the number continues at word `at`; an "and" that [Amount] skips counts as part of it.
  private boolean continues(int at) {
    if (!isJoined(at) || isArticle(at)) {
      return false;
    }
    if (!word(at).equals("and")) {
      return true;
    }
    boolean afterHundreds = NumberWords.scale(word(at - 1)) >= 100;
    return afterHundreds
        && isJoined(at + 1)
        && NumberWords.value(word(at + 1)) > 0
        && !isArticle(at + 1);
  }

  private boolean isJoined(int at) {
    if (at == 0 || at >= words.size()) {
      return false;
    }
    String gap = text.substring(words.get(at - 1).end(), words.get(at).start());
    return gap.equals(" ") || gap.equals("-") || gap.equals("\n") || gap.equals("\u00a0");
  }

  private boolean isPronoun(int at) {
    if (!word(at).equals("one")) {
      return false;
    }
    Span one = words.get(at);
    boolean alone = !isJoined(at + 1) || AFTER_A_PRONOUN.contains(word(at + 1));
    return alone || BEFORE_A_PRONOUN.contains(TextNeighborhood.wordBefore(text, one.start()));
  }

  private boolean isHalf(int at) {
    return word(at).equals("half");
  }

  private boolean isArticle(int at) {
    return word(at).equals("a") || word(at).equals("an");
  }

  private long scaleAt(int at) {
    return NumberWords.scale(word(at));
  }

  private String word(int at) {
    return words.get(at).of(text).toLowerCase(Locale.ROOT);
  }

  /// The value of the words parsed so far.
  private static final class Amount {
    private static final long MAX_VALUE = 1_000_000_000_000_000L;

    private long whole;
    private long part;
    private boolean unitFree = true;
    private boolean tensFree = true;

    /// Adds `word`; returns false and changes nothing if it does not fit.
    boolean add(String word) {
      if (word.equals("and")) {
        return true;
      }
      long scale = NumberWords.scale(word);
      return scale > 0 ? multiply(scale) : addSmall(NumberWords.value(word));
    }

    private boolean addSmall(int value) {
      boolean fits =
          value >= 20 ? tensFree && unitFree : value >= 10 ? tensFree && unitFree : unitFree;
      if (value < 0 || !fits) {
        return false;
      }
      part += value;
      tensFree = false;
      unitFree = value >= 20 && value % 10 == 0;
      return true;
    }

    private boolean multiply(long scale) {
      if (part == 0 || value() > MAX_VALUE / scale) {
        return false;
      }
      if (scale == 100 || scale == 12) {
        part *= scale;
      } else {
        whole += part * scale;
        part = 0;
      }
      unitFree = scale != 12;
      tensFree = scale != 12;
      return true;
    }

    long value() {
      return whole + part;
    }
  }
}
