package org.dossier.chat;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.InstanceOfAssertFactories.type;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.dossier.answer.Abstained;
import org.dossier.answer.Answered;
import org.dossier.answer.Citation;
import org.dossier.answer.CitedAnswer;
import org.dossier.answer.Note;
import org.dossier.answer.Statement;
import org.dossier.answer.Support;
import org.dossier.archive.Article;
import org.dossier.question.QuestionKind;
import org.dossier.search.ArticleGroups.Group;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The replies to questions that count or list articles.
class CountedArticlesTest {
  private static ResponderFixture fixture;

  @BeforeAll
  static void open(@TempDir Path folder) {
    fixture = new ResponderFixture(folder, Map.of("examples.max-questions", "0"));
    for (int i = 0; i < 12; i++) {
      fixture.put(
          article(
              "ferry-" + i,
              i % 2 == 0 ? "Harbour Gazette" : "Islands Courier",
              LocalDate.of(2011 + i / 5, 1 + i, 1),
              "The board met. The ferry to Norholm was late again. Passengers waited."));
    }
    fixture.put(
        article(
            "bridge",
            "Harbour Gazette",
            LocalDate.of(2013, 6, 1),
            "The cost of the new bridge rose. Twelve people were hurt when the crane fell."));
  }

  @AfterAll
  static void close() {
    fixture.close();
  }

  private static Article article(String id, String publisher, LocalDate published, String text) {
    return new Article(
        id, "About " + id, publisher, List.of(), null, "en", published, false, null, text);
  }

  private static Answered answered(String question) {
    var answer = fixture.respond(List.of(), question).answer();
    assertThat(answer).as(question).isInstanceOf(Answered.class);
    return (Answered) answer;
  }

  @Test
  void theNumberIsExactAndTheRuleIsStated() {
    var answered = answered("How many articles mention the ferry?");

    assertThat(answered.kind()).isEqualTo(QuestionKind.COUNT);
    assertThat(answered.statements())
        .singleElement()
        .returns("12 articles mention “ferry”.", Statement::text)
        .returns(Support.COUNTED, Statement::support);
    assertThat(answered.citations())
        .hasSize(3)
        .extracting(Citation::quote)
        .containsOnly("The ferry to Norholm was late again.");
    assertThat(answered.notes())
        .extracting(Note::type)
        .containsExactly(Note.Type.MORE, Note.Type.COUNTED);
    var figures = Objects.requireNonNull(answered.metadata().figures());
    assertThat(figures.groups().groups())
        .containsExactly(new Group("2011", 5), new Group("2012", 5), new Group("2013", 2));
  }

  @Test
  void theArticlesOfAPeriodAreCounted() {
    assertThat(answered("How many articles are there from 2013?").statements().getFirst().text())
        .isEqualTo("3 articles are from 2013.");
    assertThat(
            answered("How many articles mention the ferry in 2012?").statements().getFirst().text())
        .isEqualTo("5 articles from 2012 mention “ferry”.");
  }

  @Test
  void singularAndPluralOfANounAreCounted() {
    assertThat(answered("Which articles talk about cranes?").statements().getFirst().text())
        .isEqualTo("1 article mentions “cranes”.");
    var answered = answered("How many articles mention a passenger?");
    assertThat(answered.statements().getFirst().text()).startsWith("12 articles mention ");
    assertThat(answered.notes().getLast().text()).contains("“passenger” or “passengers”");
  }

  @Test
  void theArticlesOfAPublisherAreCounted() {
    assertThat(
            answered("How many articles about the ferry are there from the Islands Courier?")
                .statements()
                .getFirst()
                .text())
        .isEqualTo("6 articles by Islands Courier mention “ferry”.");
  }

  @Test
  void aListHasAStatementForEachArticleNewestFirst() {
    var answered = answered("List all articles on the ferry");

    assertThat(answered.statements()).hasSize(11);
    assertThat(answered.statements().get(1).text())
        .isEqualTo("“About ferry-11” (Islands Courier, 1 December 2013)");
    assertThat(answered.notes().getFirst())
        .returns(Note.Type.MORE, Note::type)
        .returns(List.of("2"), Note::values);
  }

  @Test
  void theWordsOfATopicAreCountedIfNoArticleHasThePhrase() {
    assertThat(answered("Which articles are about the bridge cost?").statements().getFirst().text())
        .isEqualTo("1 article mentions “bridge” and “cost”.");
  }

  @Test
  void aNameThatNoArticleMentionsIsCountedAsNone() {
    assertThat(fixture.respond(List.of(), "How many articles mention Zanzibar Bank?").answer())
        .asInstanceOf(type(Abstained.class))
        .returns(Abstained.Reason.NOT_MENTIONED, Abstained::reason)
        .returns("No article mentions “Zanzibar Bank”.", Abstained::explanation);
  }

  @Test
  void articlesOfOtherTimesAreNamedIfThePeriodHasNone() {
    assertThat(fixture.respond(List.of(), "How many articles mention the ferry in 2019?").answer())
        .asInstanceOf(type(Abstained.class))
        .returns(Abstained.Reason.OUTSIDE_FILTERS, Abstained::reason)
        .returns(
            "No article from 2019 mentions “ferry”. 12 articles of other times do.",
            Abstained::explanation)
        .satisfies(abstained -> assertThat(abstained.nearest()).hasSize(3));
  }

  @Test
  void aNumberThatATextStatesIsAnsweredFromTheText() {
    var answered = fixture.respond(List.of(), "How many people were hurt?").answer();

    assertThat(answered.kind()).isEqualTo(QuestionKind.FACT);
    assertThat(answered)
        .asInstanceOf(type(CitedAnswer.class))
        .extracting(a -> a.statements().getFirst().text())
        .asString()
        .contains("Twelve people");
  }
}
