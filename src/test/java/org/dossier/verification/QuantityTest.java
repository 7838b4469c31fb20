package org.dossier.verification;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.dossier.verification.Quantity.Bound;
import org.dossier.verification.Quantity.Kind;
import org.junit.jupiter.api.Test;

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

  @Test
  void aNumberMayBeABound() {
    assertThat(only("More than 500 came.").bound()).isEqualTo(Bound.MORE);
    assertThat(only("Fewer than 500 came.").bound()).isEqualTo(Bound.LESS);
    assertThat(only("At least 500 came.").bound()).isEqualTo(Bound.MORE);
    assertThat(only("Some 500 came.").bound()).isEqualTo(Bound.NONE);
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
