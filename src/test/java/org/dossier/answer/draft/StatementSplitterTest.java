package org.dossier.answer.draft;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class StatementSplitterTest {
  private static final String ANSWER =
      """
      <think>They ask [9] for the day.</think>The bridge opened on 3 May 1999. [1][2]
      Dr. Noor cut the ribbon [3]. It cost $3.5 million, as the U.N. said. [4, 5] Nobody fell.

      ```python
      print("never shown [6]")
      ```
      - **Trams** followed [in 2004](https://example.org/trams) [7](https://example.org). [8]
      """;

  @Test
  void eachSentenceIsAStatementWithItsMarkers() {
    assertThat(whole(ANSWER))
        .containsExactly(
            draft("The bridge opened on 3 May 1999.", 1, 2),
            draft("Dr. Noor cut the ribbon.", 3),
            draft("It cost $3.5 million, as the U.N. said.", 4, 5),
            draft("Nobody fell."),
            draft("Trams followed in 2004.", 7, 8));
  }

  @Test
  void theCutOfThePiecesMakesNoDifference() {
    for (int size = 1; size <= 7; size++) {
      assertThat(inPiecesOf(size, ANSWER)).as("pieces of %d", size).isEqualTo(whole(ANSWER));
    }
    for (int cut = 0; cut <= ANSWER.length(); cut++) {
      assertThat(drafts(ANSWER.substring(0, cut), ANSWER.substring(cut)))
          .as("cut before: %s", ANSWER.substring(cut))
          .isEqualTo(whole(ANSWER));
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"\r", "\u000b", "\f", "\u0085", "\u2028", "\u2029"})
  void anyOtherLineBreakIsASpace(String lineBreak) {
    var answer =
        "It opened on 3 May 1999. [1] Noor%scut the ribbon that day. [2]".formatted(lineBreak);
    var expected =
        List.of(draft("It opened on 3 May 1999.", 1), draft("Noor cut the ribbon that day.", 2));

    for (int cut = 0; cut <= answer.length(); cut++) {
      assertThat(drafts(answer.substring(0, cut), answer.substring(cut))).isEqualTo(expected);
    }
  }

  @Test
  void aStatementIsReturnedAtTheEndOfItsLine() {
    var statementSplitter = new StatementSplitter();

    assertThat(statementSplitter.read("The bridge opened. [1")).isEmpty();
    assertThat(statementSplitter.read("]")).isEmpty();
    assertThat(statementSplitter.read("[2]\n")).containsExactly(draft("The bridge opened.", 1, 2));
  }

  @Test
  void aStatementIsReturnedWhenTheNextHasBegun() {
    var statementSplitter = new StatementSplitter();

    assertThat(statementSplitter.read("The bridge opened. [1] ")).isEmpty();
    assertThat(statementSplitter.read("I")).isEmpty();
    assertThat(statementSplitter.read("t ")).containsExactly(draft("The bridge opened.", 1));
    assertThat(statementSplitter.read("is long. [2]")).isEmpty();
    assertThat(statementSplitter.end(true)).containsExactly(draft("It is long.", 2));
  }

  /// The start of the next sentence decides whether the previous one has ended, and it may arrive
  /// in pieces too.
  @ParameterizedTest
  @ValueSource(
      strings = {
        "It was built by the U.S. Army Corps of Engineers. [1]",
        "It was built by the U.S. A year later it fell. [1]",
        "“Is it open?” Noor Ada Quill asked the guard. [1] He nodded.",
        "“Is it open?” Noor Ada Quill went on to the guard. [1] He nodded."
      })
  void aStatementIsNotReturnedBeforeItsEndIsCertain(String answer) {
    for (int cut = 0; cut <= answer.length(); cut++) {
      assertThat(drafts(answer.substring(0, cut), answer.substring(cut)))
          .as("cut before: %s", answer.substring(cut))
          .isEqualTo(whole(answer));
    }
  }

  @Test
  void anAbbreviationDoesNotEndAStatement() {
    var statementSplitter = new StatementSplitter();

    assertThat(statementSplitter.read("Trams, buses etc. 12")).isEmpty();
    assertThat(statementSplitter.read(" men drove them. [1]\n"))
        .containsExactly(draft("Trams, buses etc. 12 men drove them.", 1));
  }

  @Test
  void aMarkerAtTheStartOfALineBelongsToIt() {
    assertThat(whole("[4] The bridge opened.\n[5] It is long.\n"))
        .containsExactly(draft("The bridge opened.", 4), draft("It is long.", 5));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "[3][7]",
        "[3, 7]",
        "[3,7]",
        "[3; 7]",
        "[^3] [^7]",
        "【3】【7】",
        "[ 3 ] [7]",
        "【3†harbour】[7]"
      })
  void markersAreParsedInEveryFormOfModels(String markers) {
    assertThat(whole("It opened. " + markers + "\n")).containsExactly(draft("It opened.", 3, 7));
  }

  @Test
  void aRangeOfMarkersIsExpanded() {
    assertThat(whole("It opened [2-4].")).containsExactly(draft("It opened.", 2, 3, 4));
  }

  @Test
  void aHardWrappedLineIsOneSentence() {
    assertThat(
            whole(
                """
                The bridge over the Lune, the longest footbridge of the county, opened
                on 3 May 1999. [1]
                """))
        .containsExactly(
            draft(
                "The bridge over the Lune, the longest footbridge of the county, opened on 3 May 1999.",
                1));
  }

  @Test
  void anUnfinishedStatementIsDropped() {
    assertThat(drafts(false, "The bridge opened. [1] It cost 3 mill"))
        .containsExactly(draft("The bridge opened.", 1));
    assertThat(drafts(false, "The bridge opened. [1]"))
        .containsExactly(draft("The bridge opened.", 1));
    assertThat(drafts(false, "The bridge opened on 11")).isEmpty();
  }

  @Test
  void unterminatedCodeAndReasoningAreNotShown() {
    assertThat(whole("It opened. [1]\n```\nrm -rf. [2]\nmore"))
        .containsExactly(draft("It opened.", 1));
    assertThat(whole("<think>It opened. [1]\nor not.")).isEmpty();
  }

  @Test
  void anEndlessWordIsDropped() {
    assertThat(whole("never".repeat(2_000) + "\nIt opened. [1]"))
        .containsExactly(draft("It opened.", 1));
  }

  private static List<DraftStatement> whole(String text) {
    return drafts(text);
  }

  private static List<DraftStatement> inPiecesOf(int size, String text) {
    var pieces = new ArrayList<String>();
    for (int i = 0; i < text.length(); i += size) {
      pieces.add(text.substring(i, Math.min(text.length(), i + size)));
    }
    return drafts(pieces.toArray(String[]::new));
  }

  private static List<DraftStatement> drafts(String... pieces) {
    return drafts(true, pieces);
  }

  private static List<DraftStatement> drafts(boolean complete, String... pieces) {
    var statementSplitter = new StatementSplitter();
    var found = new ArrayList<DraftStatement>();
    for (var piece : pieces) {
      found.addAll(statementSplitter.read(piece));
    }
    found.addAll(statementSplitter.end(complete));
    return found;
  }

  private static DraftStatement draft(String text, Integer... markers) {
    return new DraftStatement(text, List.of(markers));
  }
}
