package org.dossier.verification;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.InstanceOfAssertFactories.type;

import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.stream.Stream;
import org.dossier.verification.Verdict.Reason;
import org.dossier.verification.Verdict.Supported;
import org.dossier.verification.Verdict.Unsupported;
import org.dossier.verification.analysis.AnalyzedText;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/// Properties of every sentence: a verbatim statement is supported, and a statement with one
/// changed fact is not.
class StatementVerifierPropertyTest {
  private static final List<String> PEOPLE =
      List.of(
          "Ada Quill",
          "Tomas Berg",
          "Ngozi Adeyemi",
          "Olga Marinova",
          "Pedro Salinas",
          "Sir Hugh Lorimer",
          "Yuki Tanabe");
  private static final List<String> PLACES =
      List.of("Lune", "Ousel Bay", "Northwick", "Karst", "San Telmo", "Vester");
  private static final List<String> DATES =
      List.of(
          "11 November 2011",
          "on Tuesday",
          "in March 2014",
          "July 13, 1998",
          "in 1987",
          "last month");
  private static final List<String> NUMBERS =
      List.of("40", "1,250", "three", "two million", "7.5 percent", "$15 billion", "twenty-one");
  private static final List<String> QUOTES =
      List.of(
          "“We will build it again”", "\"nobody was hurt\"", "“a day that the town will remember”");
  private static final List<String> SHAPES =
      List.of(
          "{person} said {date} that {number} houses in {place} had been flooded, and called it {quote}.",
          "{number} people from {place} met {person} {date}; {quote}, one of them said.",
          "In {place}, {person} opened {number} schools {date} and spoke of {quote}.",
          "The council of {place} paid {number} crowns to {person} {date}, who wrote: {quote}.");

  /// Of 40 draws, those whose replacement differs; with three quotations about 27 do.
  private static final int LEAST_CHANGED = 20;

  static List<Long> seeds() {
    return new Random(42).longs(40).boxed().toList();
  }

  static Stream<Arguments> rulesAndSeeds() {
    return StatementVerifier.RULES.stream()
        .flatMap(rule -> seeds().stream().map(seed -> Arguments.of(rule, seed)));
  }

  /// One draw from each list.
  private record Facts(
      String person, String place, String date, String number, String quote, String shape) {
    static Facts drawn(Random random) {
      return new Facts(
          one(PEOPLE, random),
          one(PLACES, random),
          one(DATES, random),
          one(NUMBERS, random),
          one(QUOTES, random),
          one(SHAPES, random));
    }

    private static String one(List<String> of, Random random) {
      return of.get(random.nextInt(of.size()));
    }

    String sentence() {
      var sentence =
          shape
              .replace("{person}", person)
              .replace("{place}", place)
              .replace("{date}", date)
              .replace("{number}", number)
              .replace("{quote}", quote);
      return sentence.substring(0, 1).toUpperCase(Locale.ROOT) + sentence.substring(1);
    }
  }

  private static final LocalDate PUBLISHED = LocalDate.of(2011, 11, 16);

  @ParameterizedTest
  @MethodSource("seeds")
  void aVerbatimStatementIsSupported(long seed) {
    var sentence = Facts.drawn(new Random(seed)).sentence();

    assertThat(RealStatementVerifier.verify(sentence, sentence, "", PUBLISHED))
        .isInstanceOf(Supported.class);
    assertThat(
            RealStatementVerifier.verify(
                sentence.replace("“", "\"").replace("”", "\"").replace(" ", "\u00a0"),
                "Before it. " + sentence + " After it.",
                "",
                PUBLISHED))
        .isInstanceOf(Supported.class);
  }

  /// The verifier accepts a verbatim statement before it applies a rule, so each rule is tested
  /// alone: against the sentence, and against the sentence among others in another notation.
  @ParameterizedTest
  @MethodSource("rulesAndSeeds")
  void noRuleRejectsAVerbatimStatement(Rule rule, long seed) {
    var sentence = Facts.drawn(new Random(seed)).sentence();
    var statement = AnalyzedText.of(sentence);

    assertThat(rule.findViolation(statement, sources(sentence))).isEmpty();
    assertThat(
            rule.findViolation(
                statement,
                sources(
                    "Before it. "
                        + sentence.replace("“", "\"").replace("”", "\"").replace(" ", "\u00a0")
                        + " After it.")))
        .isEmpty();
  }

  private static AnalyzedSources sources(String text) {
    return AnalyzedSources.of(List.of(new Source(text, "", PUBLISHED)));
  }

  @ParameterizedTest
  @EnumSource
  void aStatementWithOneChangedFactIsRejectedByItsRule(Change change) {
    int changed = 0;
    for (long seed : seeds()) {
      var random = new Random(seed);
      var facts = Facts.drawn(random);
      var sentence = facts.sentence();
      var statement = change.apply(facts, Facts.drawn(random)).sentence();
      if (!statement.equals(sentence)) {
        changed++;
        assertThat(RealStatementVerifier.verify(statement, sentence, "", PUBLISHED))
            .as(statement + " ← " + sentence)
            .asInstanceOf(type(Unsupported.class))
            .extracting(Unsupported::reason)
            .isEqualTo(change.reason);
      }
    }
    assertThat(changed).as("changed statements").isGreaterThanOrEqualTo(LEAST_CHANGED);
  }

  /// The replacement of one fact of a sentence by that of another draw.
  enum Change {
    PERSON(Reason.NAME),
    PLACE(Reason.NAME),
    DATE(Reason.DATE),
    NUMBER(Reason.NUMBER),
    QUOTE(Reason.QUOTATION);

    private final Reason reason;

    Change(Reason reason) {
      this.reason = reason;
    }

    private Facts apply(Facts facts, Facts other) {
      return new Facts(
          this == PERSON ? other.person : facts.person,
          this == PLACE ? other.place : facts.place,
          this == DATE ? other.date : facts.date,
          this == NUMBER ? other.number : facts.number,
          this == QUOTE ? other.quote : facts.quote,
          facts.shape);
    }
  }
}
