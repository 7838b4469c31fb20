package org.dossier.text.number;

import java.math.BigDecimal;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import org.dossier.text.WordListFile;
import org.jspecify.annotations.Nullable;

/// A unit of measurement: a week, a mile, a gallon.
///
/// @param dimension what it measures; only units of one dimension are convertible
/// @param size its size in the base unit of the dimension
public record MeasurementUnit(String dimension, BigDecimal size) {
  private static final List<String> DIMENSIONS =
      List.of("time", "calendar", "length", "mass", "volume", "area", "power", "money", "sterling");

  /// The dimensions whose units contain each other a whole number of times. Conversions of others
  /// are rounded in texts.
  private static final List<String> EXACT = List.of("time", "calendar", "money", "sterling");

  /// The relative difference up to which two rounded amounts are the same.
  private static final BigDecimal TOLERANCE = new BigDecimal("0.015");

  private static final Map<String, MeasurementUnit> BY_WORD = byWord();

  private static Map<String, MeasurementUnit> byWord() {
    var file = WordListFile.read(MeasurementUnit.class, "units.txt");
    var comma = Pattern.compile(",\\s*");
    var byWord = new HashMap<String, MeasurementUnit>();
    for (var dimension : DIMENSIONS) {
      for (var line : file.lines(dimension)) {
        var parts = line.split(" ", 2);
        var unit = new MeasurementUnit(dimension, new BigDecimal(parts[0]));
        comma.splitAsStream(parts[1]).forEach(word -> byWord.put(word, unit));
      }
    }
    return Map.copyOf(byWord);
  }

  /// The unit that a word names, in singular or plural; `null` if it names none.
  public static @Nullable MeasurementUnit of(String word) {
    return BY_WORD.get(word.toLowerCase(Locale.ROOT));
  }

  public boolean isConvertible(MeasurementUnit other) {
    return dimension.equals(other.dimension);
  }

  /// True if `amount` of this unit is `otherAmount` of the other: "two weeks" and "14 days", "620
  /// miles" and "1,000 kilometres".
  public boolean isSameAmount(BigDecimal amount, MeasurementUnit other, BigDecimal otherAmount) {
    if (!isConvertible(other)) {
      return false;
    }
    var one = amount.multiply(size);
    var two = otherAmount.multiply(other.size);
    return (EXACT.contains(dimension) || equals(other))
        ? one.compareTo(two) == 0
        : one.subtract(two).abs().compareTo(two.abs().multiply(TOLERANCE)) <= 0;
  }
}
