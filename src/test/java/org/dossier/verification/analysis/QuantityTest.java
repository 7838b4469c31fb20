package org.dossier.verification.analysis;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.dossier.verification.analysis.Quantity.Bound;
import org.dossier.verification.analysis.Quantity.Kind;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class QuantityTest {
  private static List<Quantity> quantities(String text) {
    return AnalyzedText.of(text).quantities();
  }

  private static Quantity only(String text) {
    assertThat(quantities(text)).hasSize(1);
    return quantities(text).getFirst();
  }

  @Test
  void aNumberHasItsUnit() {
    assertThat(only("It fell by 7 percent.").unit()).isEqualTo("%");
    assertThat(only("It cost $5 billion.").unit()).isEqualTo("$");
    assertThat(only("It cost 5 billion dollars.").unit()).isEqualTo("$");
    assertThat(only("It cost 5 billion.").unit()).isEmpty();
  }

  @Test
  void aNumberHasTheThingsItCounts() {
    assertThat(only("They sent two new ships, and planes.").counted())
        .containsExactlyInAnyOrder("new", "ship");
  }

  @ParameterizedTest
  @CsvSource({
    "MORE, More than 500 came.",
    "MORE, Over 500 came.",
    "MORE, At least 500 came.",
    "LESS, Fewer than 500 came.",
    "LESS, Nearly 500 came.",
    "LESS, Up to 500 came.",
    "LESS, At most 500 came.",
    "NONE, Some 500 came.",
    "NONE, Other than 500 came."
  })
  void wordsBeforeANumberBoundIt(Bound bound, String text) {
    assertThat(only(text).bound()).isEqualTo(bound);
  }

  @Test
  void aNumberMayBeBelowZero() {
    assertThat(only("It was minus 5 degrees.").value()).isEqualTo("-5");
    assertThat(only("It was -5 degrees.").value()).isEqualTo("-5");
    assertThat(quantities("From 3-5 degrees").getLast().value().signum()).isPositive();
  }

  @Test
  void ordinalsAreDistinctFromCardinals() {
    assertThat(only("The 11th round began.").kind()).isEqualTo(Kind.ORDINAL);
    assertThat(only("The eleventh round began.").value()).isEqualTo("11");
  }
}
