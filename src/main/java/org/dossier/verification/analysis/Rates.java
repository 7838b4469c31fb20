package org.dossier.verification.analysis;

import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.dossier.text.number.MeasurementUnit;

/// The units of the rates of a text: "a litre", "per year", "yearly".
public final class Rates {
  /// Before a unit of measurement they make it a rate: "$4 a litre".
  private static final Set<String> PER = Set.of("a", "an", "per", "each", "every");

  private static final Map<String, String> RATES =
      Map.of(
          "hourly",
          "hour",
          "daily",
          "day",
          "weekly",
          "week",
          "monthly",
          "month",
          "yearly",
          "year",
          "annual",
          "year",
          "annually",
          "year");

  private Rates() {}

  /// The word for the first unit by which `statement` measures and no text does.
  public static Optional<String> findUnknown(AnalyzedText statement, List<AnalyzedText> texts) {
    var known = new HashSet<MeasurementUnit>();
    texts.forEach(text -> known.addAll(rates(text).keySet()));
    return rates(statement).entrySet().stream()
        .filter(rate -> !known.contains(rate.getKey()))
        .findFirst()
        .map(Map.Entry::getValue);
  }

  private static Map<MeasurementUnit, String> rates(AnalyzedText text) {
    var rates = new LinkedHashMap<MeasurementUnit, String>();
    var words = text.words();
    for (int i = 0; i < words.size(); i++) {
      var word = words.get(i).lower();
      var unit = MeasurementUnit.of(RATES.getOrDefault(word, word));
      boolean rate = RATES.containsKey(word) || (i > 0 && PER.contains(words.get(i - 1).lower()));
      if (unit != null && rate) {
        rates.putIfAbsent(unit, word);
      }
    }
    return rates;
  }
}
