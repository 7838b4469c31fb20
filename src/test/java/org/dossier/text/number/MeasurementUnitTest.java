package org.dossier.text.number;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MeasurementUnitTest {
  @ParameterizedTest
  @CsvSource({
    "2, weeks, 14, days",
    "1, decade, 10, years",
    "90, minutes, 1.5, hours",
    "62, miles, 100, kilometres",
    "3, feet, 91, cm",
    "68, cents, 0.68, dollars",
    "5, gallons, 19, litres"
  })
  void amountsOfOneDimensionAreConverted(
      BigDecimal amount, String unit, BigDecimal otherAmount, String other) {
    assertThat(unit(unit).isSameAmount(amount, unit(other), otherAmount)).isTrue();
  }

  @ParameterizedTest
  @CsvSource({
    "21, weeks, 21, days",
    "2, weeks, 15, days",
    "4, weeks, 1, month",
    "62, miles, 62, kilometres",
    "62, miles, 110, kilometres",
    "68, cents, 68, dollars",
    "5, gallons, 5, miles"
  })
  void otherAmountsDiffer(BigDecimal amount, String unit, BigDecimal otherAmount, String other) {
    assertThat(unit(unit).isSameAmount(amount, unit(other), otherAmount)).isFalse();
  }

  @Test
  void wordsThatAreMostlyNoUnitsAreNone() {
    assertThat(MeasurementUnit.of("second")).isNull();
    assertThat(MeasurementUnit.of("bridge")).isNull();
  }

  private static MeasurementUnit unit(String word) {
    return Objects.requireNonNull(MeasurementUnit.of(word));
  }
}
