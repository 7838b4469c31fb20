package org.dossier.question;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class QuestionAnalyzerTest {
  private static final LocalDate ASKED = LocalDate.of(2024, 5, 6);

  static Stream<KindRules.Row> rows() {
    return KindRules.all().stream();
  }

  @ParameterizedTest
  @MethodSource("rows")
  void everyRuleMatchesItsExampleAndNoEarlierRuleTakesIt(KindRules.Row row) {
    var plain = QuestionAnalyzer.plain(row.example());
    assertThat(row.pattern().matcher(plain).find()).as(row.toString()).isTrue();
    assertThat(analyze(row.example()).kind()).as(row.example()).isEqualTo(row.kind());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          Who built the bridge?                                   | FACT
          When did the ferry stop?                                | FACT
          Where is the lock?                                      | FACT
          How many ferries cross the river?                       | FACT
          How long did the repairs take?                          | FACT
          What is the capital of Norway?                          | FACT
          What is the price of a ticket?                          | FACT
          Which company built the bridge?                         | FACT
          What colour is the bridge?                              | FACT
          Can you tell me when the ferry stopped?                 | FACT
          I would like to know who built the bridge               | FACT
          On what date did it open?                               | FACT
          Did the mayor like the proposal?                        | YES_NO
          so is the bridge open                                   | YES_NO
          Could you please tell me about the bridge?              | TOPIC
          bridge repairs                                          | TOPIC
          What happened in 2014?                                  | TOPIC
          Can you explain what happened with the ferry sale?      | TOPIC
          Could you give me an overview of the water crisis please? | TOPIC
          who is the mayor?                                       | FACT
          What does the harbour board recommend?                  | SAID
          what did she tell the committee?                        | SAID
          How can I stay safe in a storm?                         | HOW
          how did they get out?                                   | HOW
          Why?                                                    | WHY
          why's the ferry late                                    | WHY
          Who said that the bridge is unsafe?                     | FACT
          Which volcanoes erupted this year?                      | LIST
          What topics did they discuss?                           | LIST
          What news did he bring?                                 | FACT
          Can I get a timeline of the strike?                     | TIMELINE
          How has the price of gas moved since June?              | TIMELINE
          How did the harbour change over the years?              | TIMELINE
          How do ferries change direction?                        | HOW
          How did the mayor change the rule?                      | HOW
          Who is the mayor now?                                   | LATEST
          Why is bread so expensive now?                          | WHY
          Why is the bridge currently closed?                     | WHY
          Which ferry star announced his return on Tuesday?       | FACT
          What fruit takes the name of the town?                  | FACT
          Which state's voters kept the bridge?                   | FACT
          Which currency recently fell to a record low?           | FACT
          Botany is the study of what form of life?               | FACT
          What is the longest bridge?                             | FACT
          What's the most expensive ferry?                        | FACT
          What is the harvest festival?                           | TOPIC
          The ferry stopped on Monday. Who owned it?              | FACT
          I keep hearing about the lock. What is it?              | TOPIC
          The ferry sailed on Monday. What was its destination?   | FACT
          What are the mayor’s plans?                             | LIST
          What was the bridge known as?                           | FACT
          How is a lock made?                                     | HOW
          The ferry is a good option.                             | TOPIC
          """)
  void kindFollowsFromTheWording(String question, QuestionKind kind) {
    assertThat(analyze(question).kind()).isEqualTo(kind);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          Tell me about the harbour bridge              | the harbour bridge
          What happened to the ferry?                   | the ferry
          What is the latest on the strike in May?      | the strike
          Give me a quick summary of the water crisis   | the water crisis
          What do you know about Ada Hill?              | Ada Hill
          What was the conference about?                | the conference
          harbour bridge                                | harbour bridge
          What happened in the harbour in May 2014?     | the harbour
          Give me an overview of the 2014 strike        | the strike
          What happened in 2014?                        | ''
          """)
  void topicLeavesOutWhatToDoWithIt(String question, String topic) {
    assertThat(analyze(question).topic()).isEqualTo(topic);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          Who is the current mayor?                     | true
          What did the board decide this week?          | true
          Which currency recently fell to a record low? | true
          What is the latest on the strike?             | true
          What did the board decide since 2020?         | true
          Who is the mayor?                             | false
          What did the board decide last week?          | false
          What did the board decide in 2013?            | false
          """)
  void recentIsWhatTheDayOfAskingBelongsTo(String question, boolean recent) {
    assertThat(analyze(question).recent()).isEqualTo(recent);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          According to the mayor, did the ferry stop?     | YES_NO
          In 2013, who was the mayor?                     | FACT
          After the storm of 2 May, why was the lock shut? | WHY
          In short, tell me about the bridge              | TOPIC
          """)
  void whatComesBeforeTheQuestionDoesNotChangeItsKind(String question, QuestionKind kind) {
    assertThat(analyze(question).kind()).isEqualTo(kind);
  }

  @Test
  void aPeriodOfArticlesIsATopicWithoutWords() {
    for (var question :
        List.of(
            "What's the article from May 2011 about?",
            "articles from 2011",
            "What happened in 2011?")) {
      var analysis = analyze(question);
      assertThat(analysis.kind()).as(question).isEqualTo(QuestionKind.TOPIC);
      assertThat(analysis.topic()).as(question).isEmpty();
      assertThat(analysis.period()).as(question).isNotNull();
    }
  }

  @Test
  void topicLeavesOutItsPeriod() {
    assertThat(analyze("What happened in the harbour before May 2014?").topic())
        .isEqualTo("the harbour");
    assertThat(analyze("What happened in the harbour between May 2011 and June 2012?").topic())
        .isEqualTo("the harbour");
    assertThat(analyze("What happened in the harbour in the last two weeks?").topic())
        .isEqualTo("the harbour");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          Compare Norwegian and Danish ferry fares             | Norwegian ferry fares  | Danish ferry fares
          Compare ferry fares in Norway and Denmark            | ferry fares in Norway  | ferry fares in Denmark
          Compare ferry fares in Norway and in the Netherlands | ferry fares in Norway  | ferry fares in the Netherlands
          Compare the bridge and Danish ferries                | the bridge             | Danish ferries
          Compare the fares of ferries and trains              | the fares of ferries   | trains
          """)
  void sidesOfAComparisonShareTheirWords(String question, String first, String second) {
    assertThat(analyze(question).sides()).isEqualTo(List.of(first, second));
  }

  @Test
  void sidesOfAComparisonAreStandalone() {
    assertThat(analyze("Compare what the mayor said in 2013 and in 2021").sides())
        .containsExactly("what the mayor said in 2013", "what the mayor said in 2021");
    assertThat(analyze("What do the 2011 and the 2014 report say about fish?").sides())
        .containsExactly(
            "What do the 2011 report say about fish", "What do the 2014 report say about fish");
    assertThat(analyze("Compare the bridge and the tunnel").sides())
        .containsExactly("the bridge", "the tunnel");
    assertThat(analyze("What is the difference between a lock and a weir?").sides())
        .containsExactly("a lock", "a weir");
    assertThat(analyze("Who makes more a year, Ada Hill or Bo Reed?").sides())
        .containsExactly("Who makes more a year, Ada Hill", "Who makes more a year, Bo Reed");
    assertThat(analyze("Whose fares cost more, Ada Hill's or Bo Reed's?").sides())
        .isEqualTo(
            List.of("Whose fares cost more, Ada Hill's", "Whose fares cost more, Bo Reed's"));
    assertThat(analyze("Was the old bridge cheaper to build than the tunnel?").sides())
        .isEqualTo(List.of("the old bridge cheaper to build", "the tunnel cheaper to build"));
    assertThat(analyze("Which was worse, the flood of Selby or the fire of York?").kind())
        .isEqualTo(QuestionKind.COMPARE);
    assertThat(analyze("Tell me about bread and butter").sides()).isEqualTo(List.of());
  }

  private static QuestionAnalysis analyze(String question) {
    return QuestionAnalyzer.analyze(question, ASKED);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Did the bridge cost more than 3 million euros?",
        "Is the ferry cheaper than last year?",
        "Is it longer than the tunnel?",
        "Are fares higher than expected?",
        "Has the mayor met the minister other than in May?",
        "Was the turnout higher than in 2010?",
        "Did the tower cost more than he said?"
      })
  void aComparisonWithATimeOrANumberHasNoSides(String question) {
    assertThat(analyze(question).kind()).isEqualTo(QuestionKind.YES_NO);
  }
}
