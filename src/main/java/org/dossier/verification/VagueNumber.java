package org.dossier.verification;

import java.math.BigDecimal;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.dossier.verification.analysis.AnalyzedText;
import org.dossier.verification.analysis.Quantity.Kind;
import org.dossier.verification.analysis.Word;

/// A number word in the plural, which means a range: "dozens", "thousands".
///
/// @param from the least number that it may mean
/// @param below the number from which on another word is used
record VagueNumber(BigDecimal from, BigDecimal below) {
  private static final Map<String, VagueNumber> BY_WORD =
      Map.of(
          "dozens", between(24, 200),
          "scores", between(40, 200),
          "hundreds", between(200, 2_000),
          "thousands", between(2_000, 1_000_000),
          "millions", between(2_000_000, 1_000_000_000),
          "billions", between(2_000_000_000L, 1_000_000_000_000L));

  private static VagueNumber between(long from, long below) {
    return new VagueNumber(BigDecimal.valueOf(from), BigDecimal.valueOf(below));
  }

  /// The first vague number of a statement that the sources neither have nor give more exactly.
  static Optional<String> findUnknown(AnalyzedText statement, AnalyzedSources sources) {
    var cited = sources.words().stream().map(Word::lower).collect(Collectors.toSet());
    return statement.words().stream()
        .map(Word::lower)
        .filter(word -> !cited.contains(word))
        .filter(word -> {
          var number = BY_WORD.get(word);
          return number != null && !number.isGiven(sources);
        })
        .findFirst();
  }

  private boolean isGiven(AnalyzedSources sources) {
    return sources.quantities().stream()
        .anyMatch(quantity ->
            quantity.kind() == Kind.CARDINAL
                && !quantity.unit().equals("%")
                && quantity.value().compareTo(from) >= 0
                && quantity.value().compareTo(below) < 0);
  }
}
