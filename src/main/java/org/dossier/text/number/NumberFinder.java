package org.dossier.text.number;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.dossier.text.NumberWords;
import org.dossier.text.Span;
import org.dossier.text.WhiteSpace;
import org.dossier.text.date.DateFinder;
import org.jspecify.annotations.Nullable;

/// Finds numbers in a text, in digits and in English words.
///
/// Only amounts are found. Digits inside names ("COVID-19"), dates, times and versions are not
/// amounts. Neither are ordinals ("11th"), nor "one" as a pronoun.
public final class NumberFinder {
  /// A number in digits: groups of thousands, a decimal part, and a scale after it.
  private static final Pattern DIGIT_NUMBER =
      Pattern.compile(
          ("(?<![\\p{L}\\p{Nd}_/]|[\\p{L}\\p{Nd}][-.:,])"
                  + "(?<figure>(?:\\p{Nd}{1,3}+(?:[,٬\\u00a0\\u202f]\\p{Nd}{3}(?!\\p{Nd}))++|\\p{Nd}++)(?:[.٫]\\p{Nd}++)?+)"
                  + "(?:(?<short>bn|tn|k|m)(?!\\p{L})|(?: |-)(?<scale>dozen|hundred|thousand|million|billion|trillion)\\b)?+"
                  + "(?![:.]\\p{Nd}|\\p{L}|,\\p{Nd})")
              .replace(" ", WhiteSpace.BETWEEN_WORDS),
          Pattern.CASE_INSENSITIVE);

  private static final int MAX_DIGITS = 30;

  private NumberFinder() {}

  /// A number as a text writes it.
  ///
  /// @param span the whole number: "half a million", "1,585", "21"; "$5 billion" and "15%" without
  ///   their signs
  /// @param value its value: five billion, and 15 for "15%"; without trailing zeros
  public record Mention(Span span, BigDecimal value) {
    public Mention {
      // A canonical scale, so that "1.50" and "1.5" are equal.
      value = value.stripTrailingZeros();
      value = value.scale() < 0 ? value.setScale(0) : value;
    }
  }

  /// The numbers in `text`, in order, without overlap.
  public static List<Mention> find(String text) {
    BitSet taken = new BitSet(text.length());
    DateFinder.find(text, null).forEach(date -> taken.set(date.span().start(), date.span().end()));
    List<Mention> mentions = new ArrayList<>();
    addFree(digitNumbers(text), taken, mentions);
    addFree(SpelledOutNumbers.find(text), taken, mentions);
    mentions.sort(Comparator.comparing(Mention::span));
    return List.copyOf(mentions);
  }

  private static void addFree(List<Mention> candidates, BitSet taken, List<Mention> mentions) {
    for (Mention candidate : candidates) {
      Span span = candidate.span();
      if (isFree(span, taken)) {
        taken.set(span.start(), span.end());
        mentions.add(candidate);
      }
    }
  }

  private static boolean isFree(Span span, BitSet taken) {
    // Scans the span only: the next set bit may be at the end of the text.
    int at = span.start();
    while (at < span.end() && !taken.get(at)) {
      at++;
    }
    return at == span.end();
  }

  private static List<Mention> digitNumbers(String text) {
    List<Mention> figures = new ArrayList<>();
    Matcher matcher = DIGIT_NUMBER.matcher(text);
    while (matcher.find()) {
      Mention mention = digitNumber(text, matcher);
      if (mention != null) {
        figures.add(mention);
      }
    }
    return figures;
  }

  private static @Nullable Mention digitNumber(String text, Matcher match) {
    String digits = plain(match.group("figure"));
    if (digits.length() > MAX_DIGITS) {
      return null;
    }
    BigDecimal value = new BigDecimal(digits);
    Span span = new Span(match.start(), match.end());
    String scale = match.group("scale");
    if (scale != null) {
      return new Mention(span, value.multiply(BigDecimal.valueOf(NumberWords.scale(scale))));
    }
    String shortScale = match.group("short");
    if (shortScale == null) {
      return new Mention(span, value);
    }
    // "5m" is a length, "£5m" a sum.
    boolean length = shortScale.equals("m") && !isCurrencyAmount(text, match.start());
    return length
        ? new Mention(new Span(match.start(), match.end("figure")), value)
        : new Mention(span, value.multiply(BigDecimal.valueOf(factor(shortScale))));
  }

  private static boolean isCurrencyAmount(String text, int start) {
    return start > 0 && Character.getType(text.charAt(start - 1)) == Character.CURRENCY_SYMBOL;
  }

  private static long factor(String shortScale) {
    return switch (shortScale.charAt(0)) {
      case 'k', 'K' -> 1_000L;
      case 'm', 'M' -> 1_000_000L;
      case 'b', 'B' -> 1_000_000_000L;
      default -> 1_000_000_000_000L;
    };
  }

  /// The number in the digits 0 to 9, without separators of thousands.
  private static String plain(String figure) {
    StringBuilder plain = new StringBuilder(figure.length());
    for (int i = 0; i < figure.length(); i++) {
      char c = figure.charAt(i);
      if (Character.isDigit(c)) {
        plain.append(Character.digit(c, 10));
      } else if (c == '.' || c == '٫') {
        plain.append('.');
      }
    }
    return plain.toString();
  }
}
