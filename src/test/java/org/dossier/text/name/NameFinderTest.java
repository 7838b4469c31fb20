package org.dossier.text.name;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Random;
import org.dossier.text.RandomText;
import org.dossier.text.Span;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// `capitalizedNamesAreFound` is specification: one row for each kind of name.
/// `uninformativeCapitalsAreIgnored` is the regression table: add misread text of real articles
/// there.
class NameFinderTest {
  private static List<String> names(String text) {
    return NameFinder.find(text).stream().map(span -> span.of(text)).toList();
  }

  private static List<String> list(String names) {
    return List.of(names.split("; ", -1));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          Who won the 2022 World Cup?                                | World Cup
          What did Jalili say about Sputnik V?                       | Jalili; Sputnik V
          When did Iran and Russia sign the cooperation agreement?   | Iran; Russia
          How far apart are the two Sputnik V injections?            | Sputnik V
          Did the IAEA, NATO or the U.S. Senate speak of COVID-19?   | IAEA; NATO; U.S. Senate; COVID-19
          Tell me about Ludwig van Beethoven.                        | Ludwig van Beethoven
          Is Iran's Supreme National Security Council in Tehran?     | Iran; Supreme National Security Council; Tehran
          He taught at the University of Tehran with John F. Hill.   | University of Tehran; John F. Hill
          Then the president of France met Dr. Holm and Mr Berg.     | France; Holm; Berg
          The Center for Strategic Research praised Bashar al-Assad. | Center for Strategic Research; Bashar al-Assad
          The US-led and pro-Kremlin groups bought iPhone parts.     | US; Kremlin; iPhone
          On Friday in March, Theresa May spoke to Johnson & Johnson. | Theresa May; Johnson & Johnson
          Did King Charles III and Artemis I thank J. K. Holm?       | King Charles III; Artemis I; J. K. Holm
          Who slapped Will Hill?                                     | Will Hill
          Will Hill slapped Otto.                                    | Will Hill; Otto
          Will Hill resign?                                          | Hill
          Bill Gates spoke in Lorne.                                 | Bill Gates; Lorne
          May resigned on Monday.                                    | May
          May said she would leave Lorne.                            | May; Lorne
          Mark Holt and Grant Berg met Sue.                          | Mark Holt; Grant Berg; Sue
          Jan Novak met the mayor and Jan Berg.                      | Jan Novak; Jan Berg
          When did Jan van Holm and minister June Hale leave Lorne?   | Jan van Holm; June Hale; Lorne
          In Jan Apple and in June Boeing sold it.                   | Apple; Boeing
          Since last June Chinese firms and on Jan 5 Russia did so.  | Chinese; Russia
          State Department officials came.                           | State Department
          Sum up the Lorne Courier report.                           | Lorne Courier
          Recap Lorne's budget.                                      | Lorne
          Outline Ada Berg's plan.                                   | Ada Berg
          Wie viele Schiffe hat Ada Berg?                            | Schiffe; Ada Berg
          Quand Ada Berg est-elle née ?                              | Ada Berg
          Кто такой Лавров?                                          | Лавров
          “Proposals of our friends matter,” he told Reuters.        | Reuters
          """)
  void capitalizedNamesAreFound(String text, String expected) {
    assertThat(names(text)).isEqualTo(list(expected));
  }

  @Test
  void theFirstWordIsANameUnlessEvidenceSaysOtherwise() {
    assertThat(names("Zarif left. Meanwhile nobody came. Talks failed. Finally he slept."))
        .containsExactly("Zarif");
    assertThat(names("Grain is dear, and more grain will not come.")).isEmpty();
    assertThat(names("Apple fell. They all like Apple.")).containsExactly("Apple", "Apple");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "who won the world cup",
        "WHO WON THE WORLD CUP?",
        "Council Approves New Bridge After Long Debate",
        "On Friday in November they met again.",
        "آیا ایران و روسیه توافق کردند؟",
        "I think we can, said I.",
        "Sum up the talks",
        "Outline the plan.",
        "Recap the week",
        "Nuclear talks",
        "Famous bridges of the north",
        "Background of the strike",
        "May snow fall in March?",
        "May is warm here", // not certain to be a surname
        "May started with rain.",
        "Was ist passiert?",
        "Wie geht es weiter?",
        "Qui a gagné ?",
        "Pourquoi la grève ?",
        "¿Cuándo llegó el barco?",
        "Cuándo llegó el barco",
        "Quando parte il treno?",
        "Когда это было?",
        ""
      })
  void uninformativeCapitalsAreIgnored(String text) {
    assertThat(names(text)).isEmpty();
  }

  @Test
  void inHeadlinesOnlyAcronymsCount() {
    assertThat(names("IAEA Finds New Site After Long Search")).containsExactly("IAEA");
  }

  @Test
  void namesAreOrderedAndDisjoint() {
    Random random = new Random(13);
    for (int round = 0; round < 2000; round++) {
      String text = RandomText.next(random);
      int at = 0;
      for (Span name : NameFinder.find(text)) {
        assertThat(name.start()).isGreaterThanOrEqualTo(at);
        assertThat(name.end()).isGreaterThan(name.start());
        at = name.end();
      }
      assertThat(at).isLessThanOrEqualTo(text.length());
    }
  }

  @Test
  void hostileTextIsProcessed() {
    for (String unit : List.of("A", "Aa-", "Aa ", "A.", "Aa of ", "Aa'", "a-A ", "& ")) {
      String text = unit.repeat(200_000 / unit.length());
      assertThat(NameFinder.find(text)).allMatch(name -> name.end() <= text.length());
    }
  }
}
