package org.dossier.text.number;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.dossier.text.Span;
import org.dossier.text.number.NumberFinder.Mention;

/// Finds shares in words: "one in four", "3 out of 10", "two-thirds", "half of".
public final class ShareFinder {
  private static final List<String> SMALL =
      List.of(
          "zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten");
  private static final String NUMBER = "(?:" + String.join("|", SMALL) + "|\\p{Nd}{1,3})";
  private static final Pattern RATIO =
      Pattern.compile(
          "(?i)(?<![\\p{L}\\p{Nd}.,])(?<part>%s) (?:in|out of|in every|of every|out of every) (?<whole>%s|(?:one |a )?hundred)(?![\\p{L}\\p{Nd}]|[.,]\\p{Nd})"
              .formatted(NUMBER, NUMBER));
  private static final Map<String, Integer> PARTS =
      Map.of(
          "third", 3, "quarter", 4, "fourth", 4, "fifth", 5, "sixth", 6, "eighth", 8, "tenth", 10);
  private static final Pattern FRACTION =
      Pattern.compile(
          "(?i)\\b(?<count>an?|one|two|three|four|five|seven|nine)[ -](?<part>third|quarter|fourth|fifth|sixth|eighth|tenth)s?(?! of an? (?:thousand|million|billion|trillion)\\b)(?= of\\b|[ ,.;)]|$)");

  /// "Half" of a thing, but not "half a million", "the first half", "half-time".
  private static final Pattern HALF =
      Pattern.compile(
          "(?i)(?<!first |second |latter |other |better |and a |one-and-a-)\\bhalf(?! an? |-| past| time| brother| sister)\\b");

  private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);
  private static final int DECIMALS = 2;

  private ShareFinder() {}

  /// The shares in `text`, in percent, rounded to two decimals, in order of their kinds.
  public static List<Mention> find(String text) {
    List<Mention> shares = new ArrayList<>();
    Matcher ratio = RATIO.matcher(text);
    while (ratio.find()) {
      int part = value(ratio.group("part"));
      int whole = value(ratio.group("whole"));
      if (part < whole && whole > 1) {
        shares.add(share(ratio, part, whole));
      }
    }
    Matcher fraction = FRACTION.matcher(text);
    while (fraction.find()) {
      var count = fraction.group("count").toLowerCase(Locale.ROOT);
      int part = count.startsWith("a") ? 1 : SMALL.indexOf(count);
      int whole = PARTS.getOrDefault(fraction.group("part").toLowerCase(Locale.ROOT), 0);
      if (part < whole) {
        shares.add(share(fraction, part, whole));
      }
    }
    Matcher half = HALF.matcher(text);
    while (half.find()) {
      shares.add(share(half, 1, 2));
    }
    return List.copyOf(shares);
  }

  private static Mention share(Matcher place, int part, int whole) {
    var value =
        HUNDRED
            .multiply(BigDecimal.valueOf(part))
            .divide(BigDecimal.valueOf(whole), DECIMALS, RoundingMode.HALF_UP);
    return new Mention(new Span(place.start(), place.end()), value);
  }

  private static int value(String number) {
    var lower = number.toLowerCase(Locale.ROOT);
    if (lower.endsWith("hundred")) {
      return 100;
    }
    return Character.isDigit(lower.charAt(0)) ? Integer.parseInt(lower) : SMALL.indexOf(lower);
  }
}
