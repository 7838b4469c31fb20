package org.dossier.answer;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import org.dossier.archive.Article;
import org.dossier.text.Span;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DateAnnotatorTest {
  /// A Wednesday.
  private static final LocalDate PUBLISHED = LocalDate.of(2021, 4, 14);

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          The ferry left on Friday.             | The ferry left on Friday (9 April 2021).
          The ferry sails again in June.        | The ferry sails again in June.
          The ferry will sail in June.          | The ferry will sail in June (June 2021).
          He won in Monday's final.             | He won in Monday's (12 April 2021) final.
          He won in Monday’s final.             | He won in Monday’s (12 April 2021) final.
          He spoke at last week’s fair.         | He spoke at last week’s (5–11 April 2021) fair.
          The crew met on Friday (9 April).     | The crew met on Friday (9 April (9 April 2021)).
          The crew met on Friday, 9 April 2021. | The crew met on Friday, 9 April 2021.
          They met on Monday, Tuesday and today. | They met on Monday (12 April 2021), Tuesday (13 April 2021) and today (14 April 2021).
          It opened at the Friday-to-Sunday fair. | It opened at the Friday-to-Sunday fair.
          “It will break loose tomorrow,” he said on Monday. | “It will break loose tomorrow,” he said on Monday (12 April 2021).
          "We got up this morning. We left." She cried yesterday. | "We got up this morning. We left." She cried yesterday (13 April 2021).
          “The new pier” opened yesterday. | “The new pier” opened yesterday (13 April 2021).
          The tour opens Jan. 21 and goes on through June, she said on Friday. | The tour opens Jan. 21 (21 January 2022) and goes on through June (June 2021), she said on Friday (9 April 2021).
          """)
  void datesAreResolvedInBrackets(String text, String expected) {
    var article = new Article("a", null, null, List.of(), null, null, PUBLISHED, false, null, text);
    assertThat(DateAnnotator.annotate(article, new Span(0, text.length()))).isEqualTo(expected);
  }
}
