package org.dossier.chat.rewriting;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.dossier.chat.ChatSettings;
import org.dossier.chat.conversation.ChatConfig;
import org.dossier.question.CitedSentences;
import org.dossier.question.ConversationContext;
import org.dossier.text.Span;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class QuestionRewriterTest {
  private static final ChatConfig CONFIG = ChatSettings.with(Map.of());

  private final QuestionRewriter questionRewriter =
      new QuestionRewriter(Rewriter.NONE, CONFIG, QuestionRewriterTest::withNames);

  private String rewrite(String before, String answer, String message) {
    var statements = answer.isEmpty() ? List.<String>of() : List.of(answer);
    return questionRewriter
        .rewrite(List.of(new HistoryTurn(before, statements, List.of())), message)
        .question();
  }

  @Test
  void firstMessageIsNormalizedToOneLine() {
    var standaloneQuestion =
        questionRewriter.rewrite(List.of(), " When did\r\n\tthe \u00a0 bridge reopen? ");

    assertThat(standaloneQuestion.question()).isEqualTo("When did the bridge reopen?");
    assertThat(standaloneQuestion.context()).isEqualTo(ConversationContext.NONE);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          Who designed the Vesla bridge?                 | When did it open?               | When did the Vesla bridge open?
          What does Norway want for the SALT treaty?     | Who left it?                    | Who left the SALT treaty?
          What is the name of the new ferry?             | How many cars does it carry?    | How many cars does the new ferry carry?
          Did Norway and Sweden sign the fishing treaty? | Why did they sign it?           | Why did Norway and Sweden sign the fishing treaty?
          What did Marta Holm say about the harbour?     | When did she say it?            | When did Marta Holm say the harbour?
          What did Marta Holm say about the harbour?     | What is her office?             | What is Marta Holm’s office?
          Who is Marta Holm?                             | Is he married?                  | Is Marta Holm married?
          How old is the Vesla bridge?                   | And what is its length?         | And what is the Vesla bridge’s length?
          Which ferries sail to Bergen?                  | How fast are they?              | How fast are ferries?
          When did the US abandon the JCPOA?             | When was it signed originally?  | When was the JCPOA signed originally?
          When did the harbour bridge reopen?            | How much did its repairs cost?  | How much did the harbour bridge’s repairs cost?
          How much did the harbour bridge’s repairs cost? | Which company built it?        | Which company built the harbour bridge?
          What did the harbour bridge cost?              | Which company built it?         | Which company built the harbour bridge?
          Was the ferry scrapped?                        | Who owned it?                   | Who owned the ferry?
          What agreement did Holm sign in May?           | What did Bergen say about it?   | What did Bergen say about the agreement?
          What colour does the old ferry have?           | How long is it?                 | How long is the old ferry?
          What is the song Night Ferry about?            | Who sang it?                    | Who sang the song Night Ferry?
          Whats the Vesla bridge like                    | who built it?                   | Who built the Vesla bridge?
          How on earth did the harbour flood?            | wheres its gate?                | Where's the harbour’s gate?
          Is the old ferry seriously making money?       | Who owned it?                   | Who owned the old ferry?
          Which colours of that paper lamp does Vos sell? | What is wrong with it?         | What is wrong with the colours of that paper lamp?
          Is the Harbour Board making a new ferry?       | What do they want for it?       | What do the Harbour Board want for it?
          What does NATO do in Bergen?                   | Who do they train?              | Who do NATO train?
          What happened to the Norwegians in Bergen?     | Where were they taken?          | Where were the Norwegians in Bergen taken?
          What did the director of the theatre say?      | When did she leave it?          | When did the director of the theatre leave the theatre?
          """)
  void pronounsAreReplacedByTheirAntecedents(String before, String message, String expected) {
    assertThat(rewrite(before, "", message)).isEqualTo(expected);
  }

  /// The archive's spelling of the only name that these tests write in small letters.
  private static String withNames(String text) {
    return text.replace("marta holm", "Marta Holm");
  }

  @Test
  void namesInSmallLettersAreKnownByTheArchive() {
    assertThat(
            rewrite(
                "who's marta holm?",
                "Behind Erik Lund and Bo Berg, the third is Marta Holm, a builder.",
                "how did she get that rich?"))
        .isEqualTo("How did Marta Holm get that rich?");
    assertThat(rewrite("Who is Erik Lund?", "", "who is marta holm?"))
        .isEqualTo("who is marta holm?");
  }

  @Test
  void anAdverbIsNoThing() {
    assertThat(rewrite("Is there really a course on bridges?", "", "Who teaches it?"))
        .isEqualTo("Who teaches a course on bridges?");
  }

  @Test
  void thereAfterANegatedVerbIsNoPlace() {
    assertThat(rewrite("Who is the mayor of Bergen?", "", "Wasn't there an election in May?"))
        .doesNotContain("in Bergen");
  }

  @Test
  void theTimeOfACountryIsNotAskedFor() {
    assertThat(rewrite("Who leads in Norway?", "Marta Holm leads in Norway.", "And when is that?"))
        .doesNotContain("When is Norway");
    assertThat(rewrite("Who won the election in Norway?", "", "And when was that?"))
        .isEqualTo("And when was the election in Norway?");
  }

  @Test
  void aNameIsNotSeveralBecauseItIsRepeated() {
    assertThat(rewrite("Who backs Norway?", "Norway and Norway-based firms.", "Did they sell?"))
        .doesNotContain("Norway and Norway");
  }

  @Test
  void theTopicOfAQuestionWithoutSubjectStaysTheSubject() {
    assertThat(rewrite("Where? (about: agreement, Holm)", "", "What did Bergen say about it?"))
        .isEqualTo("What did Bergen say about the agreement?");
  }

  @Test
  void doneThatIsNoThing() {
    assertThat(rewrite("Which board sold the old ferries?", "", "Who did that?"))
        .startsWith("Who did that? (about: ");
  }

  @Test
  void whatIsCountedWithThereIsInNoPlace() {
    assertThat(rewrite("What happened to the ferries in Bergen?", "", "How many were there?"))
        .isEqualTo("How many were there? (about: the ferries in Bergen)");
  }

  @Test
  void theYearIsNoEarlierPhraseOfTime() {
    assertThat(
            rewrite(
                "Who won the song of the festival?",
                "Two years after the first festival, Marta Holm won.",
                "and singer of the year?"))
        .doesNotContain("Two years");
  }

  @Test
  void adjectivesThatAreJoinedAreNotSeveralPersons() {
    assertThat(
            rewrite(
                "Who did Marta Holm meet?",
                "Marta Holm wanted cooperation on defense and security matters with Norway.",
                "What did they sign?"))
        .doesNotContain("defense");
  }

  @Test
  void thePersonWhoseMeetingIsAskedForStaysTheSubject() {
    var answer =
        "According to Holm, who is a deputy of the mayor, the meeting with Ole Vik was short.";

    assertThat(rewrite("Who did Holm meet in Bergen?", answer, "When did he arrive?"))
        .isEqualTo("When did Holm arrive?");
    assertThat(rewrite("Who did Gazprom appoint?", "Gazprom appointed Ole Vik.", "How old is he?"))
        .isEqualTo("How old is Ole Vik?");
  }

  @Test
  void theUsersSubjectComesBeforeThosePersonsThatAnAnswerMentions() {
    var turns =
        List.of(
            new HistoryTurn("Who is Marta Holm?", List.of("Marta Holm is a judge."), List.of()),
            new HistoryTurn("What was the vote?", List.of("Ole Vik voted for her."), List.of()));

    assertThat(questionRewriter.rewrite(turns, "Did the board support her?").question())
        .isEqualTo("Did the board support Marta Holm?");
  }

  @Test
  void aNewSubjectEndsTheOldOne() {
    var turns =
        List.of(
            new HistoryTurn("Who is Marta Holm?", List.of("Marta Holm is a judge."), List.of()),
            new HistoryTurn("What happened in Bergen?", List.of("Ole Vik resigned."), List.of()));

    assertThat(questionRewriter.rewrite(turns, "Why did he resign?").question())
        .isEqualTo("Why did Ole Vik resign?");
  }

  @Test
  void theTitleOfASongIsNoPerson() {
    assertThat(
            rewrite(
                "What won the prize for songs?",
                "The prize went to “Night Ferry”, a song by Ole Vik.",
                "What did he say?"))
        .isEqualTo("What did Ole Vik say?");
  }

  @Test
  void thePossessiveOfAReplacedPersonIsNeutral() {
    assertThat(rewrite("What did Marta Holm say in her speech?", "", "and Ole Vik?"))
        .isEqualTo("What did Ole Vik say in their speech?");
  }

  @Test
  void personAskedForIsResolvedFromTheAnswer() {
    assertThat(
            rewrite(
                "Who opened the new terminal?",
                "The new terminal was opened by Marta Holm in May.",
                "Where was she born?"))
        .isEqualTo("Where was Marta Holm born?");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          Which Norwegian signed the treaty in Oslo? | According to Holm, deputy mayor, it was signed at her meeting with Erik Lund. | What is her job? | What is Holm’s job?
          Which minister signed the treaty?          | Marta Holm and Erik Lund signed it.                                         | What is her job? | What is Marta Holm’s job?
          Who met Erik Lund?                         | Erik Lund met Norway’s Marta Holm.                                          | How old is she?  | How old is Marta Holm?
          Who won the chess championship?            | Fifteen-year-old Marta Holm of Bergen won it.                               | How old is she?  | How old is Marta Holm?
          Who is Erik Lund’s coach?                  | His coach, Marta Holm, praised him.                                         | How old is she?  | How old is Marta Holm?
          Who is Erik Lund?                          | Erik Lund is the coach of Marta Holm.                                       | How old is he?   | How old is Erik Lund?
          What did the mayor say?                    | The mayor told Marta Holm to leave.                                         | Did he resign?   | Did the mayor resign?
          Why did the mayor resign?                  | Erik Lund, mayor since 2012, is ill.                                        | How old is he?   | How old is Erik Lund?
          """)
  void personIsTheOneThatTheAnswerNamesFirst(
      String before, String answer, String message, String expected) {
    assertThat(rewrite(before, answer, message)).isEqualTo(expected);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          Why did the Security Council of Norway meet? | It met in May.
          Which company built the bridge?              | Norrland Lines built it.
          """)
  void aThingIsNeverAPerson(String before, String answer) {
    assertThat(rewrite(before, answer, "How old is he?")).isEqualTo("How old is he?");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          Who signed the fishing treaty?      | It was signed in Oslo in May 2014. | Who else was there?       | Who else was in Oslo?
          What happened in Bergen in 2014?    | The old port burnt down.           | Who was mayor then?       | Who was mayor in 2014?
          What did the two countries agree?   | They signed a treaty on fishing.   | What does that treaty say? | What does the treaty on fishing say?
          What did the two countries agree?   | They signed a treaty on fishing.   | How long is the deal valid? | How long is the treaty on fishing valid?
          What did Norway and Sweden discuss? | The peace talks went on in Oslo.   | When did these talks end? | When did the peace talks end?
          """)
  void placesTimesAndThingsAreResolvedFromTheAnswer(
      String before, String answer, String message, String expected) {
    assertThat(rewrite(before, answer, message)).isEqualTo(expected);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          Where did Norway and Sweden sign the treaty?  | And when?                 | When did Norway and Sweden sign the treaty?
          Did Norway sign the treaty?                   | Why?                      | Why did Norway sign the treaty?
          Who did Marta Holm sign the treaty with?      | and where exactly?        | Where did Marta Holm sign the treaty?
          When was the bridge built?                    | Why was that?             | Why was the bridge built?
          How many people lived in Bergen in 2011?      | What about 2014?          | How many people lived in Bergen in 2014?
          How many people live in Bergen?               | and in 2014?              | How many people live in Bergen in 2014?
          How many ferries are built in Norway?         | And in Germany?           | How many ferries are built in Germany?
          When did Norway join the treaty?              | What about Sweden?        | When did Sweden join the treaty?
          What did Marta Holm say about the harbour?    | And Erik Lund?            | What did Erik Lund say about the harbour?
          What did Marta Holm say about fishing?        | and about the ferries?    | What did Marta Holm say about the ferries?
          """)
  void ellipsisIsCompletedFromThePreviousQuestion(String before, String message, String expected) {
    assertThat(rewrite(before, "", message)).isEqualTo(expected);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          Who built the Vesla bridge? | The price                | The price (about: the Vesla bridge)
          Who built the Vesla bridge? | and how much was spent?  | How much was spent? (about: the Vesla bridge)
          Who built the Vesla bridge? | When?                    | When? (about: the Vesla bridge)
          Who built the Vesla bridge? | Tell me more.            | What more is known about the Vesla bridge?
          Who built the Vesla bridge? | How many?                | How many? (about: the Vesla bridge)
          Who built the Vesla bridge? | Thanks! When?            | When? (about: the Vesla bridge)
          When did the bridge reopen? | And how much was spent?  | How much was spent? (about: the bridge)
          """)
  void missingSubjectIsAddedInBrackets(String before, String message, String expected) {
    assertThat(rewrite(before, "", message)).isEqualTo(expected);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Who won the football match between Norway and Sweden?",
        "What are spring tides?",
        "Is it possible to fish in the harbour of Bergen in winter?",
        "Are there ferries to Denmark?",
        "Tell me about the harbour",
        "ferry timetable",
        "lighthouses",
        "Give me an overview of the strike",
        "What happened in the harbour?",
        "Who is Erik Lund and where does he live?",
        "Do companies have to insure their staff?",
        "Which treaty did ministers say that Denmark refused?",
        "Wann wurde die Brücke eröffnet?",
        "Когда открыли мост?",
      })
  void messageWithItsOwnSubjectIsUnchanged(String message) {
    assertThat(rewrite("Who built the Vesla bridge?", "Marta Holm built it.", message))
        .isEqualTo(message);
  }

  @Test
  void followUpOfAFollowUpKeepsTheSubject() {
    var earlier = new ArrayList<HistoryTurn>();
    var questions = new ArrayList<String>();
    for (var message :
        List.of("Who built the Vesla bridge?", "When did it open?", "and why?", "Is it safe?")) {
      questions.add(questionRewriter.rewrite(earlier, message).question());
      earlier.add(new HistoryTurn(questions.getLast(), List.of(), List.of()));
    }

    assertThat(questions)
        .containsExactly(
            "Who built the Vesla bridge?",
            "When did the Vesla bridge open?",
            "Why did the Vesla bridge open?",
            "Is the Vesla bridge safe?");
  }

  @Test
  void antecedentIsSearchedInEarlierTurns() {
    var earlier =
        List.of(
            new HistoryTurn("Who built the Vesla bridge?", List.of(), List.of()),
            new HistoryTurn("Why?", List.of(), List.of()));

    assertThat(questionRewriter.rewrite(earlier, "When did it open?").question())
        .isEqualTo("When did the Vesla bridge open?");
  }

  @Test
  void contextWeightDecaysWithAgeAndForStandaloneMessages() {
    var earlier =
        List.of(
            new HistoryTurn("Who built the Vesla bridge?", List.of(), List.of()),
            new HistoryTurn("When did it open?", List.of("It opened in May."), List.of()));

    var dependent = questionRewriter.rewrite(earlier, "and why?").context().utterances();
    var alone =
        questionRewriter
            .rewrite(earlier, "Who won the match of Norway and Sweden?")
            .context()
            .utterances();

    assertThat(dependent)
        .extracting(ConversationContext.WeightedText::text)
        .containsExactly("It opened in May.", "When did it open?", "Who built the Vesla bridge?");
    assertThat(dependent.get(2).lexicalWeight())
        .isPositive()
        .isLessThan(dependent.get(1).lexicalWeight());
    assertThat(dependent.get(2).vectorWeight())
        .isPositive()
        .isLessThan(dependent.get(1).vectorWeight());
    for (int i = 0; i < dependent.size(); i++) {
      assertThat(alone.get(i).vectorWeight()).isLessThan(dependent.get(i).vectorWeight());
    }
  }

  @Test
  void articlesOfTheLastAnswerWeighByTheirCitedSentences() {
    var sentences = Set.of(place("bridge", 0), place("bridge", 20), place("ferry", 0));
    var earlier =
        List.of(
            new HistoryTurn(
                "Who built the Vesla bridge?",
                List.of("Vos."),
                List.of(),
                List.of(),
                sentences,
                true));

    var articles = questionRewriter.rewrite(earlier, "and why?").context().articles();

    double ofBridge = articles.getOrDefault("bridge", 0.0);
    assertThat(ofBridge).isPositive();
    assertThat(articles)
        .containsOnly(Map.entry("bridge", ofBridge), Map.entry("ferry", ofBridge / 2));
    assertThat(
            questionRewriter
                .rewrite(earlier, "Who won the match of Norway and Sweden?")
                .context()
                .articles()
                .get("bridge"))
        .isPositive()
        .isLessThan(ofBridge);
  }

  private static CitedSentences.Place place(String article, int start) {
    return new CitedSentences.Place(article, "v", new Span(start, start + 10));
  }

  @Test
  void rulesApplyIfTheRewriterReturnsNoQuestion() {
    var earlier = List.of(new HistoryTurn("Who built the Vesla bridge?", List.of(), List.of()));
    Rewriter model =
        (_, message) ->
            message.startsWith("When")
                ? Optional.of("When was the\nVesla bridge opened?")
                : Optional.empty();
    var withModel = new QuestionRewriter(model, CONFIG, QuestionRewriterTest::withNames);

    assertThat(withModel.rewrite(earlier, "When did it open?").question())
        .isEqualTo("When was the Vesla bridge opened?");
    assertThat(withModel.rewrite(earlier, "Is it safe?").question())
        .isEqualTo("Is the Vesla bridge safe?");
    assertThat(withModel.rewrite(List.of(), "When did it open?").question())
        .isEqualTo("When did it open?");
  }
}
