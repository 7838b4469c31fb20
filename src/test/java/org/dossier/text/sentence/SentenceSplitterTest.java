package org.dossier.text.sentence;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Random;
import org.dossier.text.RandomText;
import org.dossier.text.Span;
import org.dossier.text.WhiteSpace;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// `thisIsOneSentence` is the regression table: add sentences of real articles that were split
/// there. The other tests are specification.
class SentenceSplitterTest {
  private static List<String> sentences(String text) {
    return SentenceSplitter.split(text).stream().map(span -> span.of(text)).toList();
  }

  @Test
  void aFullStopAndACapitalSeparateSentences() {
    assertThat(sentences(" The ministers met.  They signed nothing! Why? "))
        .containsExactly("The ministers met.", "They signed nothing!", "Why?");
  }

  @Test
  void aSentenceContinuesOnTheNextPage() {
    assertThat(
            sentences("It began.\n\n\fThe keeper counted all \fthe ships. They were many.\n\fEnd"))
        .containsExactly(
            "It began.", "The keeper counted all \fthe ships.", "They were many.", "End");
  }

  @Test
  void whiteSpaceHasNoSentence() {
    assertThat(sentences("")).isEmpty();
    assertThat(sentences(" \n\t\u00a0\r\n ")).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Mr. Hill met Gen. Ortega and Sen. Brook at St. James on Jan. 5 about No. 7 of the plan.",
        "The U.S. Senate heard John F. Kennedy and J. R. R. Tolkien at 5 p.m. Eastern time.",
        "Prices rose 3.5 percent at Acme Inc. and Bolt Corp. shops, i.e. everywhere (cf. p. 12).",
        "“This is a pact between two councils, and it was finalized today,” Bakri told reporters.",
        "At a forum on “East and West: partnership or ‘friendship against’?” in Oslo, he spoke.",
        "“Will it ever end?” Maria Holm asked.",
        "See https://example.org/a?b=c.d&e=f!g and www.example.org/Q?A=B for more.",
        "He waited... and waited … until the doctor (who was late!) came.",
        "Yahoo! said it agreed.",
        "She won the U.S. Open again.",
        "Das Treffen am 11. November 2011 war kurz.",
        "The case of Hill vs. Brook ran on.",
        "The court overturned Hill v. Brook on Friday.",
        "The Port Trust paid Rs. 500 crore and Tk. 20 lakh for the dredger.",
        "A slide closed Hwy. 12 and Rte. 9 between Colter and Mt. Ashby.",
        "Selkirk Intl. Airport and Kaveri Mills Pvt. Ltd. Chennai were sold.",
        "The ship may carry max. 50 tons and min. 20 men, i.e. few.",
        "Insp. Hale, Cllr. Rau, Smt. Devi, Msgr. Orr and Atty. Cruz met Asst. Prof. Lind.",
        "The heir, Luis Pardo Jr. Sunday sold it to Maj. Gen. R. K. Hill (Retd.) of Pune.",
        "The web firm Wow! Inc. bought the search engine Bolt.",
        "The company Wow! Stage Ltd. of Dunmore produces it.",
        "The troupe Bravo! Theatre Company plays it.",
        "The musical “Hello, Marsh! Goodbye, Sea!” by Otto Frane opens the festival.",
        "The play \"Who Goes There? Nobody.\" is by Frane.",
        "He shouted “Run! Hide now. Please!” and fell.",
        "The book by J. Thorne and a letter from M. Ferrand went to A. Quist, as C. Dunn says.",
        "Justices R. B. Hale and C. Dunn, joined by T. Oke, did not agree.",
        "The painter (b. 1950, d. 2020) came from Varn.",
        "Gen. Sec. Tam Oke and Dr. med. Hans Orth met under Sec. 12 at Pt. Barrow.",
        "Trains stop at 11 p.m. Tuesday, at 6 a.m. Eastern time and at 4 p.m. GMT daily.",
        "The water of Ft. Hale near St. Peter rose to 4 deg. Celsius.",
        "Yahoo! Japan lost users.",
        "The yard paid Rp. 40 billion or Kč. 40, as Tab. 2 shows, for a ship of c. 1450.",
        "Hon. Min. Rao told Lund Utd. 4,000 fans of a town of pop. 4,000 on Thurs. 5 May."
      })
  void thisIsOneSentence(String sentence) {
    assertThat(sentences(sentence)).containsExactly(sentence);
  }

  @Test
  void anAbbreviationMayEndASentence() {
    assertThat(sentences("He flew to the U.S. The talks began at 5 p.m. They failed."))
        .containsExactly("He flew to the U.S.", "The talks began at 5 p.m.", "They failed.");
    assertThat(sentences("They passed the Clean Water Act. Nobody read it in Jan. The rest did."))
        .containsExactly(
            "They passed the Clean Water Act.", "Nobody read it in Jan.", "The rest did.");
    assertThat(sentences("They sent Sputnik V. Doctors noticed.")).hasSize(2);
    assertThat(sentences("They lacked vitamin C. Doctors noticed."))
        .containsExactly("They lacked vitamin C.", "Doctors noticed.");
    assertThat(sentences("It comes in types A and B. Doctors test for both.")).hasSize(2);
    assertThat(sentences("The flight left at 6 a.m. Passengers slept.")).hasSize(2);
    assertThat(sentences("Trains stop at 11 p.m. Buses run all night.")).hasSize(2);
    assertThat(sentences("They met on Elm St. The dog barked.")).hasSize(2);
    assertThat(sentences("He is 6 ft. His wife is 5 ft. They are happy.")).hasSize(3);
    assertThat(sentences("Fire! The hotel burned.")).hasSize(2);
    assertThat(sentences("He closed the tab. She left with plan c. They slept.")).hasSize(3);
  }

  @Test
  void aWordLikeAnAbbreviationEndsASentence() {
    assertThat(sentences("They told Max. Ada left. It took 5 min. The rest ran."))
        .containsExactly("They told Max.", "Ada left.", "It took 5 min.", "The rest ran.");
    assertThat(sentences("She stood under the arch. Rain fell. He saw the insp. Nobody did."))
        .containsExactly(
            "She stood under the arch.", "Rain fell.", "He saw the insp.", "Nobody did.");
    assertThat(sentences("What a win! Group leaders cheered. They shouted Wow! Then they left."))
        .containsExactly(
            "What a win!", "Group leaders cheered.", "They shouted Wow!", "Then they left.");
  }

  @Test
  void aQuotationThatIsNoPartOfASentenceIsSplit() {
    assertThat(sentences("Rau attacked it. “Why do we need it? It will ruin us,” she said."))
        .containsExactly("Rau attacked it.", "“Why do we need it?", "It will ruin us,” she said.");
    assertThat(sentences("He read “Hello, Sea!” He liked “Run! Hide!” She did not."))
        .containsExactly("He read “Hello, Sea!”", "He liked “Run!", "Hide!”", "She did not.");
  }

  @Test
  void aNumberMayStartASentence() {
    assertThat(sentences("It burned in 2014. 21 people fled. “Run!” 30 others stayed."))
        .containsExactly("It burned in 2014.", "21 people fled.", "“Run!”", "30 others stayed.");
  }

  /// The preceding text makes no difference; otherwise the split of a stream would depend on where
  /// it is cut.
  @Test
  void anAddressDoesNotJoinTwoSentences() {
    assertThat(sentences("a@b!...Wo!Wd fell.")).containsExactly("a@b!...", "Wo!", "Wd fell.");
    assertThat(sentences("a@b!Wd fell.")).containsExactly("a@b!Wd fell.");
  }

  @Test
  void anItemNumberBelongsToItsItem() {
    assertThat(sentences("1. Weather\n2. Elections in May. A. Yes."))
        .containsExactly("1. Weather", "2. Elections in May.", "A. Yes.");
  }

  @Test
  void closingQuotesAndBracketsStayWithTheirSentence() {
    assertThat(sentences("“We agree.” He left. (So did she.) \"Did they?\" Nobody knows."))
        .containsExactly(
            "“We agree.”", "He left.", "(So did she.)", "\"Did they?\"", "Nobody knows.");
    assertThat(sentences("“So he left. ”")).containsExactly("“So he left. ”");
  }

  @Test
  void everyScriptHasItsTerminators() {
    assertThat(sentences("آیا او رفت؟ بله رفت. او برگشت۔ تمام شد."))
        .containsExactly("آیا او رفت؟", "بله رفت.", "او برگشت۔", "تمام شد.");
    assertThat(sentences("会议结束了。大家都走了！为什么？")).containsExactly("会议结束了。", "大家都走了！", "为什么？");
    assertThat(sentences("वह आया। वह गया।")).containsExactly("वह आया।", "वह गया।");
  }

  @Test
  void aLineBreakEndsASentence() {
    assertThat(sentences("Talks resume\nThe two sides met in Oslo\r\n\r\nLeave a comment"))
        .containsExactly("Talks resume", "The two sides met in Oslo", "Leave a comment");
  }

  @Test
  void hardWrappedLinesBelongTogether() {
    String wrapped =
        """
        The two delegations met in the old town hall of the city, where they
        talked for nine hours about water, grain and the railway between the
        two capitals. They parted without a word to the press. A second round
        will follow.

        Nobody knows when.
        """;
    assertThat(sentences(wrapped))
        .hasSize(4)
        .contains("They parted without a word to the press.")
        .contains("A second round\nwill follow.");
  }

  @Test
  void aListOfHeadlinesIsNotWrappedText() {
    String list =
        """
        Council approves the new bridge over the river after a long debate
        Harbour workers end their strike after twelve days without any pay
        Museum reopens its doors with a show of maps from the last century
        """;
    assertThat(sentences(list)).hasSize(3);
  }

  @Test
  void anOverlongSentenceIsCutAtPunctuation() {
    String clauses = "the bridge, the road and the railway were built by hand; ".repeat(60).strip();
    assertThat(sentences(clauses))
        .hasSizeGreaterThan(2)
        .allSatisfy(piece -> assertThat(piece).hasSizeLessThanOrEqualTo(1200).endsWith(";"));
    assertThat(sentences("word ".repeat(600)))
        .allSatisfy(piece -> assertThat(piece).hasSizeLessThanOrEqualTo(1200).endsWith("word"));
  }

  @Test
  void aCutNeverSplitsACharacter() {
    String family = "👩‍👩‍👧‍👦";
    String text = "a" + family.repeat(400);
    List<String> pieces = sentences(text);
    assertThat(pieces).hasSizeGreaterThan(3);
    assertThat(pieces.subList(1, pieces.size()))
        .allSatisfy(piece -> assertThat(piece.length() % family.length()).isZero());
    String accents = "e" + "\u0301".repeat(3000);
    assertThat(sentences(accents)).containsExactly(accents);
  }

  @Test
  void everyVisibleCharacterIsInExactlyOneSentence() {
    Random random = new Random(7);
    for (int round = 0; round < 5000; round++) {
      String text = RandomText.next(random);
      assertCovered(text, SentenceSplitter.split(text));
    }
  }

  @Test
  void hostileTextIsProcessed() {
    for (String unit :
        List.of("a. ", ".", "? (", "“", "A.B.", "1. ", "x.\"", ".\n", "Mr. ", "\u0301", "no 5. ")) {
      String text = unit.repeat(200_000 / unit.length());
      assertCovered(text, SentenceSplitter.split(text));
    }
  }

  /// The text arrives letter by letter, as from a model.
  @Test
  void stableSentencesDoNotChange() {
    var text =
        "It rained in 2014. 21 people fled, etc. 12 men stayed in the U.S. Army. A year on Mr."
            + " Quill came at 5 p.m. The guard said “No. Go!” He went. “Is it open?” Noor Ada Quill"
            + " asked him. “It is!” He opened www.valley.example?Yes with vitamin C. Kennedy, John"
            + " F. Kennedy and No. 5 won. “Ha.” End.";
    var whole = sentences(text);
    int most = 0;

    for (int length = 0; length <= text.length(); length++) {
      var written = text.substring(0, length);
      var sentences = SentenceSplitter.split(written);
      int settled = SentenceSplitter.countStable(written, sentences);
      assertThat(sentences.subList(0, settled))
          .as("settled: %s", written)
          .extracting(span -> span.of(written))
          .isEqualTo(whole.subList(0, settled));
      most = Math.max(most, settled);
    }

    assertThat(most).isEqualTo(whole.size() - 1);
  }

  @Test
  void theSentencesAtAPlaceAreThoseOfTheWholeText() {
    var text = "First one. Second one.\n\nDr. Hill came. He left.\n\n• An item\n• Another item";
    var whole = SentenceSplitter.split(text);
    for (int start = 0; start < text.length(); start++) {
      var place = new Span(start, Math.min(text.length(), start + 15));
      assertThat(SentenceSplitter.splitAt(text, place))
          .isEqualTo(whole.stream().filter(place::overlaps).toList());
    }
    assertThat(SentenceSplitter.splitAt("  Only one. Two.", new Span(0, 1)))
        .containsExactly(new Span(2, 11));
    assertThat(SentenceSplitter.splitAt(" ", new Span(0, 1))).isEmpty();
  }

  private static void assertCovered(String text, List<Span> sentences) {
    int at = 0;
    for (Span sentence : sentences) {
      assertThat(sentence.length()).isPositive();
      assertThat(sentence.start()).isGreaterThanOrEqualTo(at);
      assertThat(isWhite(text, at, sentence.start())).as("left out of %s", text).isTrue();
      assertThat(WhiteSpace.isWhiteSpace(text.charAt(sentence.start()))).isFalse();
      assertThat(WhiteSpace.isWhiteSpace(text.charAt(sentence.end() - 1))).isFalse();
      boolean parted =
          sentence.end() < text.length()
              && Character.isSurrogatePair(
                  text.charAt(sentence.end() - 1), text.charAt(sentence.end()));
      assertThat(parted).isFalse();
      at = sentence.end();
    }
    assertThat(isWhite(text, at, text.length())).as("left out of %s", text).isTrue();
  }

  private static boolean isWhite(String text, int from, int to) {
    return text.substring(from, to).chars().allMatch(c -> WhiteSpace.isWhiteSpace((char) c));
  }
}
