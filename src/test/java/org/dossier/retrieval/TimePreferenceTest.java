package org.dossier.retrieval;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.LocalDate;
import org.dossier.text.date.DateRange;
import org.junit.jupiter.api.Test;

class TimePreferenceTest {
  private static final LocalDate ASKED = LocalDate.of(2024, 5, 6);

  @Test
  void pointsFallWithTheLogarithmOfTheAge() {
    var preference = new TimePreference(ASKED, 2, null, 0, 0);

    assertThat(preference.points(ASKED)).isZero();
    assertThat(preference.points(ASKED.minusDays(7))).isCloseTo(-2 * Math.log(2), within(1e-9));
    assertThat(preference.points(ASKED.minusDays(21))).isCloseTo(-2 * Math.log(4), within(1e-9));
    assertThat(preference.points(ASKED.plusDays(3))).isZero();
  }

  @Test
  void articlesWithoutDatesKeepTheirOrder() {
    var preference = new TimePreference(ASKED, 1, null, 0, 0);

    assertThat(preference.points(null))
        .isLessThan(preference.points(ASKED.minusMonths(1)))
        .isGreaterThan(preference.points(ASKED.minusYears(5)));
  }

  @Test
  void periodCountsByItself() {
    var preference = new TimePreference(ASKED, 0, DateRange.years(2013, 2013), 0, 1);

    assertThat(preference.points(LocalDate.of(2013, 6, 1))).isEqualTo(1);
    assertThat(preference.points(LocalDate.of(2014, 1, 1))).isZero();
    assertThat(preference.points(null)).isZero();
  }
}
