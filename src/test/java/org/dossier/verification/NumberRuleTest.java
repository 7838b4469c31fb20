package org.dossier.verification;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import org.dossier.verification.analysis.AnalyzedText;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Specification: one row for each word list of the rule, and its counterexample.
class NumberRuleTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          One bridge was built.                      | A bridge was built.
          It was the first bridge.                   | It was the initial bridge.
          It was the first concert.                  | It was the debut concert.
          About 25 % of the traffic crosses it.      | About a quarter of the traffic crosses it.
          About 50 % of the traffic crosses it.      | About half of the traffic crosses it.
          About 75 % of the traffic crosses it.      | About three quarters of the traffic crosses it.
          It carries 100 % of the traffic.           | It carries the whole traffic.
          The two towns paid for the bridge.         | Both towns paid for the bridge.
          The two ministers met in Vienna.           | Zarif and Lavrov met in Vienna.
          The works took two weeks.                  | The works took 14 days.
          The works took two decades.                | The works took 20 years.
          The ferry sails 62 miles.                  | The ferry sails 100 kilometres.
          Some 25 % of the ferries were late.        | One in four ferries was late.
          A third of the ferries were late.          | Some 33 % of the ferries were late.
          Thousands of cars crossed it.              | More than 4,500 cars crossed it.
          At least 500 cars crossed it.              | Over 500 cars crossed it.
          More than 500 cars crossed it.             | North of 500 cars crossed it.
          The pier is 4½ metres wide.                | The 4½-metre pier is wide.
          The pier is 4.5 metres wide.               | The pier is 4 ½ metres wide.
          It carries 10⁹ cars.                       | It carries 10⁹ of the cars.
          Fewer than 500 cars crossed it.            | Just shy of 500 cars crossed it.
          The toll brought more than 500 crowns.     | The toll surpassed 500 crowns.
          Fuel costs 2 crowns a litre.               | Fuel costs 2 crowns per liter.
          Traffic fell by 20 %.                      | Traffic fell by nearly 20 %.
          Six patients fell ill.                     | Six of 312 patients fell ill.
          Pay rises by 5.5 percent a year.           | The annual rise of pay is 5.5 percent.
          Over four years, two piers were built.     | Two piers were built within four years.
          For up to 800 jobs the union fears.        | Up to 800 of the firm's 5,200 jobs could go.
          It was the heat that 61 of the runners fled. | Of the 214 runners who started, 61 gave up.
          There is fuel for one more month.          | There is fuel for another month.
          The port offers 4 percent, and the union wants 8 percent. | The union wants 8 percent, while the port offers 4 percent.
          A quarter of the ferries are old.          | Two of the eight ferries are old.
          It was late for the fourth year in a row.  | It was late for a fourth straight year.
          The line has four daily ferries.           | The line has four ferries a day.
          The bridge, worth millions, was sold.      | The bridge was sold for 2.5 million euros.
          He is a fan of Formula One.                | He is a fan of the Formula One races, and of two ferries.
          "30" is her fourth album.                  | She sang after the release of her fourth album, "30," in May.
          Nearly 1,200 of about 5,000 clinics closed. | Of the 5,000 clinics asked, nearly 1,200 closed.
          """)
  void numbersInOtherWordsAreAccepted(String statement, String source) {
    assertThat(violation(statement, source)).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          One bridge was built.                      | Bridges were built.
          It was the second bridge.                  | It was the initial bridge.
          About 30 % of the traffic crosses it.      | About a quarter of the traffic crosses it.
          Two towns paid for the bridge.             | The towns paid for the bridge.
          Two ministers met in Vienna.               | Zarif and Lavrov met in Vienna.
          The three ministers met in Vienna.         | Zarif and Lavrov met in Vienna.
          The works took three weeks.                | The works took 14 days.
          The works took 14 weeks.                   | The works took 14 days.
          The works took 14 days.                    | The works took 14 ships.
          The ferry sails 62 kilometres.             | The ferry sails 62 miles.
          The toll is 60 dollars.                    | The toll is 60 cents.
          One in five ferries was late.              | One in four ferries was late.
          Half of the cars crossed it.               | Half a million cars crossed it.
          Millions of cars crossed it.               | Half a million cars crossed it.
          Thousands of cars crossed it.              | Dozens of cars crossed it.
          At least 500 cars crossed it.              | 500 cars crossed it.
          No more than 500 cars crossed it.          | More than 500 cars crossed it.
          Fewer than 500 cars crossed it.            | North of 500 cars crossed it.
          The pier is 41 metres wide.                | The pier is 4½ metres wide.
          The pier is 4½ metres wide.                | The pier is 4¾ metres wide.
          It carries 109 cars.                       | It carries 10⁹ cars.
          More than 500 cars crossed it.             | Just shy of 500 cars crossed it.
          Fuel costs 2 crowns a litre.               | Fuel costs 2 crowns a gallon.
          Traffic fell to 20 %.                      | Traffic fell by 20 %.
          Six ferries started on Monday.             | Two of the six ferries started on Monday.
          Pay rises by 5.5 percent a year.           | Pay rises by 5.5 percent over three years.
          The port offers 8 percent, while the union wants 4 percent. | The union wants 8 percent, while the port offers 4 percent.
          The child poverty rate across Lune is 2.6%. | Just 2.6% of Ousel's children are poor, a fraction of the 23.3% child poverty rate across Lune.
          A third of the ferries are old.            | Two of the eight ferries are old.
          The harbour shrank to a third in May.      | The harbour shrank by a third in May.
          """)
  void otherNumbersAreRejected(String statement, String source) {
    assertThat(violation(statement, source)).isPresent();
  }

  private static Optional<Violation> violation(String statement, String source) {
    return new NumberRule()
        .findViolation(
            AnalyzedText.of(statement), AnalyzedSources.of(List.of(new Source(source, "", null))));
  }
}
