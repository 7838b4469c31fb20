package org.dossier.chat;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.InstanceOfAssertFactories.type;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.dossier.answer.Abstained;
import org.dossier.answer.Answer;
import org.dossier.answer.Answered;
import org.dossier.answer.Citation;
import org.dossier.answer.Note;
import org.dossier.answer.Statement;
import org.dossier.answer.Support;
import org.dossier.archive.Article;
import org.dossier.search.ArticleGroups.Group;
import org.dossier.search.ArticleGroups.Property;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The replies to questions for the persons, places and organizations that are mentioned most.
class RankedEntitiesTest {
  private static final String MINISTER = "Foreign Minister Sergei Lavrov came by train.";
  private static final String AGAIN = "On Monday, Foreign Minister Lavrov spoke.";
  private static final String MASTER = "Harbour master Anna Brekke, 43, left.";
  private static final String AGENCY = "The International Harbour Agency (IHA) opened it.";
  private static final String ACRONYM = "It was closed by the IHA on Monday.";
  private static final String PLACES =
      "The United States and Norway agreed in the city of Norholm.";

  private static ResponderFixture fixture;

  @BeforeAll
  static void open(@TempDir Path folder) {
    fixture = new ResponderFixture(folder, Map.of("examples.max-questions", "0"));
    fixture.put(article("a", 2012, MINISTER + " " + AGENCY));
    fixture.put(article("b", 2012, AGAIN + " " + MASTER + " The ferry was late."));
    fixture.put(article("c", 2013, MASTER + " " + ACRONYM));
    fixture.put(article("d", 2013, MASTER + " " + PLACES));
    fixture.put(article("e", 2014, "The ferry was late again. The U.S. agreed."));
  }

  @AfterAll
  static void close() {
    fixture.close();
  }

  private static Article article(String id, int year, String text) {
    return new Article(
        id,
        "About " + id,
        "Harbour Gazette",
        List.of(),
        null,
        "en",
        LocalDate.of(year, 5, 1),
        false,
        null,
        text);
  }

  private static Answer reply(String question) {
    return fixture.respond(List.of(), question).answer();
  }

  private static List<String> statements(String question) {
    return ((Answered) reply(question)).statements().stream().map(Statement::text).toList();
  }

  @Test
  void personsAreRankedByTheNumberOfTheirArticlesUnderAnyName() {
    assertThat(statements("Which people are mentioned most?"))
        .containsExactly(
            "Anna Brekke is the person mentioned in the most articles: 3 of 5.",
            "Sergei Lavrov: 2 articles.");
  }

  @Test
  void aPeriodAndATopicLimitTheArticles() {
    assertThat(statements("Who is mentioned most often in 2012?"))
        .startsWith(
            "Sergei Lavrov is the person mentioned in the most articles: 2 of 2 from 2012.");
    assertThat(statements("Who is mentioned most in articles about the ferry?"))
        .containsExactly(
            "Anna Brekke is among the persons mentioned in the most articles: 1 of 2 that mention “ferry”.",
            "Sergei Lavrov: 1 article.");
  }

  @Test
  void organizationsAndCountriesAreRanked() {
    assertThat(statements("Which organizations are mentioned most?"))
        .containsExactly(
            "International Harbour Agency is the organization mentioned in the most articles: 2 of 5.");
    assertThat(statements("Which countries are mentioned most?"))
        .containsExactly(
            "United States is the country mentioned in the most articles: 2 of 5.",
            "Norway: 1 article.");
  }

  @Test
  void eachStatementCitesTheNewestArticleAndTheRuleIsStated() {
    var answered = (Answered) reply("Who is mentioned most often?");

    assertThat(answered.statements()).extracting(Statement::support).containsOnly(Support.COUNTED);
    assertThat(answered.citations()).extracting(Citation::quote).containsExactly(MASTER, MINISTER);
    assertThat(answered.citations().getFirst().source().article().id()).isEqualTo("c");
    assertThat(answered.notes()).extracting(Note::type).containsExactly(Note.Type.COUNTED);
    var figures = Objects.requireNonNull(answered.metadata().figures());
    assertThat(figures.groups().by()).isEqualTo(Property.PERSON);
    assertThat(figures.groups().groups())
        .containsExactly(new Group("Anna Brekke", 3), new Group("Sergei Lavrov", 2));
    assertThat(figures.articles()).isEqualTo(5);
  }

  @Test
  void withoutArticlesOrEntitiesNothingIsRanked() {
    assertThat(reply("Who was mentioned most in 1999?")).isInstanceOf(Abstained.class);
    assertThat(reply("Who was mentioned most in 2014?"))
        .asInstanceOf(type(Abstained.class))
        .returns("No person is recognized in these articles.", Abstained::explanation);
  }
}
