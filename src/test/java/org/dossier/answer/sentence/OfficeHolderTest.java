package org.dossier.answer.sentence;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class OfficeHolderTest {
  private static final String QUESTION = "Who is the new speaker of the Norwegian parliament?";

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          Who is the mayor of Selby?                  | mayor
          who's the current harbour minister          | minister
          Who was elected speaker of the parliament?  | speaker
          Who became the new president of the board?  | president
          who is Norway's prime minister              | minister
          What is the name of the Norwegian speaker?  | speaker
          """)
  void officesAreAskedFor(String question, String noun) {
    assertThat(OfficeHolder.asked(question).orElseThrow().noun()).isEqualTo(noun);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Who is Ada Hill?",
        "Who built the harbour?",
        "Who is the mayor's bridge named after?",
        "Who is the longest bridge for?",
        "What is the mayor of Selby?"
      })
  void otherQuestionsAskForNoHolder(String question) {
    assertThat(OfficeHolder.asked(question)).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          Who is the foreign minister of Norway? | Foreign Ministers Hill of Norway and Berg of Denmark agreed.         | HOLDER
          Who is the foreign minister of Denmark? | Foreign Ministers Hill of Norway and Berg of Denmark agreed.        | HOLDER
          Who is the foreign minister of Sweden? | Foreign Ministers Hill of Norway and Berg of Denmark agreed.         | OTHER_OFFICE
          who's the Norwegian foreign minister   | Ada Hill, the Danish foreign minister, visited the harbour.          | OTHER_OFFICE
          who's the Norwegian foreign minister   | Norwegian Foreign Minister Ada Hill met Danish Foreign Minister Bo Berg. | HOLDER
          who's the Norwegian foreign minister   | Danish Foreign Minister Bo Berg met the ambassador of Norway.        | OTHER_OFFICE
          who's the Norwegian foreign minister   | Norwegian Defence Minister Ada Hill opened the debate.               | NONE
          who's the Norwegian foreign minister   | Ada Hill, Deputy Foreign Minister of Norway, opened the debate.      | OTHER_OFFICE
          who's the Norwegian foreign minister   | Ada Hill, former Norwegian foreign minister, opened the debate.      | OTHER_OFFICE
          who was the Norwegian foreign minister | Ada Hill, former Norwegian foreign minister, opened the debate.      | HOLDER
          who is the deputy mayor of Selby       | Deputy Mayor Ada Hill opened the bridge.                             | HOLDER
          who is the mayor of Selby              | York Mayor Ada Hill opened the bridge.                               | NONE
          who is the mayor of Selby              | York's mayor, Ada Hill, opened the bridge.                           | OTHER_OFFICE
          who is the mayor of Selby              | The city's mayor, Ada Hill, opened the bridge.                       | HOLDER
          who is the mayor of Selby              | The mayor and Ada Hill opened the bridge.                            | NONE
          who is the mayor of Selby              | The mayor Tuesday opened the bridge.                                 | NONE
          who is the mayor of Selby              | On Monday Mayor Ada Hill opened the bridge.                          | HOLDER
          who is the mayor of Selby              | Deputy Bo Berg told Mayor Ada Hill to open the bridge.               | HOLDER
          who is the deputy mayor of Selby       | Mayor Ada Hill dismissed the deputy mayor.                           | NONE
          who is the president of Norway         | Ada Hill was elected president in November 2020.                     | HOLDER
          who is the president of Norway         | Russia accused President Ada Hill of a lie.                          | HOLDER
          who is France's current president      | French President Ada Hill resigned.                                  | HOLDER
          who was prime minister in 2010         | British Prime Minister Ada Hill resigned.                            | HOLDER
          who is the secretary of state          | US Secretary of State Ada Hill resigned.                             | HOLDER
          who is the author of Blue Rivers       | British author Ada Hill wrote Blue Rivers.                           | HOLDER
          who became president of Norway in 2013 | Ada Hill, the former president of Norway, resigned.                  | HOLDER
          who is the ceo of Volta                | Ada Hill, CEO of Tessel and Volta, resigned.                         | HOLDER
          who is the mayor of Selby              | Selby Mayor Ada Hill opened the bridge.                              | HOLDER
          who is the mayor of Selby              | Ada Hill, mayor of Selby, met Bo Berg, mayor of York.                | HOLDER
          who is the ceo of Volta                | Ada Hill, CEO of Tessel and chair of Volta, resigned.                | OTHER_OFFICE
          who is the ceo of Volta                | Volta CEO Ada Hill resigned.                                         | HOLDER
          who is the US secretary of state       | US Secretary of State Ada Hill resigned.                             | HOLDER
          who is the US secretary of state       | US Secretary of Defense Ada Hill resigned.                           | NONE
          who is the president of Norway         | The president of Norway, Ada Hill, resigned.                         | HOLDER
          who is the president of Norway         | The president of Denmark, Ada Hill, resigned.                        | OTHER_OFFICE
          who is the leader of North Korea       | South Korean leader Ada Hill resigned.                               | OTHER_OFFICE
          who is the speaker of the house        | Ada Hill is speaker pro tempore of the house.                        | OTHER_OFFICE
          who is the president of Norway         | Ada Hill, the president-elect of Norway, resigned.                   | OTHER_OFFICE
          who is the prime minister              | Danish Prime Minister Ada Hill resigned.                             | HOLDER
          """)
  void theOfficeIsThatOfTheQuestion(String question, String sentence, OfficeHolder.Match match) {
    assertThat(OfficeHolder.asked(question).orElseThrow().match(sentence)).isEqualTo(match);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Speaker Ada Hill opened the debate.",
        "Ada Hill, the Norwegian speaker, opened the debate.",
        "The speaker, Ada Hill, opened the debate.",
        "Ada Hill, the first woman speaker, opened the debate.",
        "Ada Hill was elected speaker on Monday.",
        "Ada Hill has been sworn in as the 56th speaker of the house.",
        "The house elected Rep. Ada Hill as its speaker."
      })
  void sentencesNameTheHolder(String sentence) {
    assertThat(OfficeHolder.asked(QUESTION).orElseThrow().match(sentence))
        .isEqualTo(OfficeHolder.Match.HOLDER);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "The former speaker, Ada Hill, opened the debate.",
        "Ada Hill, the deputy speaker, opened the debate.",
        "Ada Hill criticized the speaker.",
        "The speaker opened the debate, and Ada Hill replied.",
        "A speaker was elected on Monday.",
        "The Norwegian speaker opened the debate.",
        "Ada Hill, the Danish speaker, opened the debate.",
        "Denmark's speaker, Ada Hill, opened the debate."
      })
  void otherSentencesDoNot(String sentence) {
    assertThat(OfficeHolder.asked(QUESTION).orElseThrow().match(sentence))
        .isNotEqualTo(OfficeHolder.Match.HOLDER);
  }
}
