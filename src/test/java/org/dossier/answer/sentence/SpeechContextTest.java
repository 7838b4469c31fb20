package org.dossier.answer.sentence;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Collectors;
import org.dossier.text.Span;
import org.dossier.text.sentence.SentenceSplitter;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SpeechContextTest {

  /// The sentences that the one with `words` needs, joined.
  private static String context(String text, String words) {
    var sentences = SentenceSplitter.split(text);
    int at = 0;
    while (!sentences.get(at).of(text).contains(words)) {
      at++;
    }
    return new SpeechContext(text, sentences)
        .of(at).stream()
            .map(sentences::get)
            .map((Span span) -> span.of(text))
            .collect(Collectors.joining(" "));
  }

  @Test
  void aQuotationComesWithItsSpeaker() {
    var text =
        "Engineers looked at the dam.\n\n“The dam is safe. Nobody needs to leave,” the lawyer, Piers"
            + " Dall, told reporters. The inspector disagreed.";

    assertThat(context(text, "The dam is safe"))
        .isEqualTo(
            "“The dam is safe. Nobody needs to leave,” the lawyer, Piers Dall, told reporters.");
    assertThat(context(text, "Nobody needs"))
        .isEqualTo(
            "“The dam is safe. Nobody needs to leave,” the lawyer, Piers Dall, told reporters.");
    assertThat(context(text, "The inspector")).isEqualTo("The inspector disagreed.");
  }

  @ParameterizedTest
  @ValueSource(strings = {"‘’", "''", "“”", "\"\"", "«»", "„“"})
  void everyKindOfQuotationMarksHoldsAQuotation(String marks) {
    var quotation =
        marks.charAt(0)
            + "The dam is safe. The drivers’ union and the people can’t be wrong,"
            + marks.charAt(1)
            + " said Piers Dall.";

    assertThat(context(quotation + " The inspector disagreed.", "The dam is safe"))
        .isEqualTo(quotation);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "The play ‘The Dam’ is long. It rained. The drivers’ union met.",
        "'Tis late. It rained. It's the drivers' union.",
        "They called it a ‘Great’ day. It rained. No one came’."
      })
  void apostrophesAndTitlesAreNoQuotations(String text) {
    assertThat(context(text, "It rained")).isEqualTo("It rained.");
  }

  @Test
  void aQuotationOfSeveralParagraphsComesWithItsSpeaker() {
    var text =
        "Nine are ill.\n\nCompany chief Hugo Lenz denied any fault. “We have tested it.\n\n“The water is"
            + " clean.”\n\nThe laboratory found arsenic.";

    assertThat(context(text, "The water is clean"))
        .isEqualTo(
            "Company chief Hugo Lenz denied any fault. “We have tested it. “The water is clean.”");
    assertThat(context(text, "The laboratory")).isEqualTo("The laboratory found arsenic.");
    assertThat(context("Ada Sund spoke. “All are safe.”\n\n“We lost the gym.”", "the gym"))
        .isEqualTo("Ada Sund spoke. “All are safe.” “We lost the gym.”");
  }

  @Test
  void aSpeakerMayFollowTheQuotation() {
    var text = "\"Nobody will lose work. That is a promise.\" Mayor Ada Kern said so at noon.";

    assertThat(context(text, "That is a promise")).isEqualTo(text);
  }

  @Test
  void ofALongQuotationTheSpeakerIsEnough() {
    var text =
        "Lenz said: “We came at one. We saw the mine. We left at two. We wrote at three. We slept at"
            + " four. The pump broke at five.”";

    assertThat(context(text, "The pump broke"))
        .isEqualTo("Lenz said: “We came at one. The pump broke at five.”");
  }

  @Test
  void aQuotedWordNeedsNoSpeaker() {
    var text = "The plan is old. The “safe” dam broke at noon. It rained.";

    assertThat(context(text, "dam broke")).isEqualTo("The “safe” dam broke at noon.");
  }

  @Test
  void anAnswerComesWithItsSpeaker() {
    var text =
        "BECK: Who pays for the pier?\n\nWRAY: The state pays. It is 14 million euros.\n\nWe signed in"
            + " May.\n\nPELL (through translator): Nobody asked us.";

    assertThat(context(text, "14 million"))
        .isEqualTo("WRAY: The state pays. It is 14 million euros.");
    assertThat(context(text, "We signed")).isEqualTo("WRAY: The state pays. We signed in May.");
    assertThat(context(text, "Nobody asked"))
        .isEqualTo("PELL (through translator): Nobody asked us.");
  }

  @Test
  void aGreetingIsNotTakenAlong() {
    var text = "BECK: Good evening. With us is Tom Wray.\n\nWRAY: Thanks.\n\nBECK: Who pays?";

    assertThat(context(text, "With us")).isEqualTo("With us is Tom Wray.");
  }

  @Test
  void thePlaceOfAReportIsNoSpeaker() {
    assertThat(context("NEW DELHI: The port opened on Monday. It cost 9 million.", "It cost"))
        .isEqualTo("It cost 9 million.");
  }

  @Test
  void aQuestionIsNoPartOfAnAnswer() {
    var text = "Q: Were you afraid?\n\nA: No. I was hungry.\n\nQ: Who paid?\n\nMy brother did.";

    assertThat(context(text, "hungry")).isEqualTo("A: No. I was hungry.");
    assertThat(context(text, "My brother")).isEqualTo("My brother did.");
  }

  @Test
  void aRumourIsCalledOne() {
    assertThat(
            context("A rumour spread online. The bank is out of money. It opened.", "out of money"))
        .isEqualTo("A rumour spread online. The bank is out of money.");
    assertThat(
            context(
                "The bank is out of money, a post said. That is false, the bank said.",
                "out of money"))
        .isEqualTo("The bank is out of money, a post said. That is false, the bank said.");
    assertThat(
            context(
                "The mayor sold the park for a euro. Her office denied the claim. It rained.",
                "sold"))
        .isEqualTo("The mayor sold the park for a euro. Her office denied the claim.");
    assertThat(context("Some said that the mayor had fled. He had not. It rained.", "fled"))
        .isEqualTo("Some said that the mayor had fled. He had not.");
  }

  @Test
  void whatFollowsAFactNeedNotBeShown() {
    assertThat(context("The bank lost 3 million. That is the largest loss since 1990.", "lost"))
        .isEqualTo("The bank lost 3 million.");
    assertThat(context("The ferry left. This was at noon. It rained.", "ferry"))
        .isEqualTo("The ferry left.");
  }

  @Test
  void questionsAndGreetingsAnswerNothing() {
    assertThat(Readability.isAnswer("Q: Who paid for the expedition?")).isFalse();
    assertThat(Readability.isAnswer("“Who paid?”")).isFalse();
    assertThat(Readability.isAnswer("ANNA BECK, HOST: Good evening.")).isFalse();
    assertThat(Readability.isAnswer("CHAIR: Thank you, Mr. Dahl.")).isFalse();
    assertThat(Readability.isAnswer("“Who paid?” she asked.")).isTrue();
    assertThat(Readability.isAnswer("A: No.")).isTrue();
    assertThat(
            Readability.isAnswer(
                "Welcome rain fell on the dry fields of the north, and farmers of four counties rejoiced."))
        .isTrue();
  }
}
