package org.dossier.web;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AmbiguousRequestFilterTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          /api/chat          | /api/chat         | true
          /api/articles/é    | /api/articles/é   | true
          /api/x%c3%a9       | /api/x%C3%A9      | true
          //api/chat         | /api/chat         | false
          /%61pi/chat        | /api/chat         | false
          /./api/chat        | /api/chat         | false
          /api;x=1/chat      | /api;x=1/chat     | false
          /api\\chat         | /api\\chat        | false
          """)
  void aPathIsCanonicalIfNormalizingChangesNothing(
      String path, String normalized, boolean canonical) {
    assertThat(AmbiguousRequestFilter.isCanonical(path, normalized)).isEqualTo(canonical);
  }
}
