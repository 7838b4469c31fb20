package org.dossier.retrieval.count;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.dossier.retrieval.count.CountArchive.article;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.dossier.archive.reprint.SampleTexts;
import org.dossier.search.ArticleGroups.Group;
import org.dossier.search.ArticleGroups.Property;
import org.dossier.search.ArticleQuery;
import org.dossier.search.Filters;
import org.dossier.search.ListedArticle;
import org.dossier.text.Span;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ArticleCounterTest {
  private CountArchive archive;

  @BeforeEach
  void open(@TempDir Path folder) {
    archive = new CountArchive(folder);
  }

  @AfterEach
  void close() {
    archive.close();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          harbour board   | The Harbour Board met.                       | 1
          harbour board   | The board of the harbour met.                | 0
          harbour board   | The harbour boards met.                      | 0
          harbour board   | The harbour-board's vote was short.          | 1
          Hill            | Ada Hill’s speech was short.                 | 1
          Hill            | The hills are green.                         | 0
          the Hague       | They met in Hague and left.                  | 1
          Zoe             | Zoë left.                                    | 1
          Łódź            | The train to LODZ is late.                   | 1
          US              | The U.S. navy left.                          | 1
          US              | Let us leave.                                | 0
          US              | The United States left.                      | 1
          United Nations  | The UN left.                                 | 1
          United Nations  | Un homme est parti.                          | 0
          Iran            | Iranian ships left.                          | 0
          Iran            | The Islamic Republic of Iran left.           | 1
          nato            | NATO left.                                   | 1
          COVID-19        | Covid 19 is rare.                            | 1
          東京              | 彼は東京に住んでいる。                            | 1
          京東              | 彼は東京に住んでいる。                            | 0
          Лавров          | Приехал ЛАВРОВ.                              | 1
          Лавров          | Встреча с Лавровым.                          | 0
          कमल             | कमला आई।                                      | 0
          talks           | The ta\u00adlks ended.                       | 1
          """)
  void aPhraseIsMentionedByItsWholeWords(String name, String text, long articles) {
    archive.put("a", text);

    assertThat(archive.count(name)).isEqualTo(articles);
  }

  @Test
  void anArticleIsCountedOnceRegardlessOfItsPassages() {
    archive.put("long", "The ferry was late. ".repeat(400));
    archive.put("short", "The ferry was late.");

    assertThat(archive.count("ferry")).isEqualTo(2);
    assertThat(archive.count()).isEqualTo(2);
  }

  @Test
  void aMentionMayCrossSentencesPassagesAndBoilerplate() {
    archive.put("border", "word ".repeat(149) + "Ada. Hill left. " + "word ".repeat(200));
    archive.put("line", "We met Ada\n\nHill.");
    archive.put(
        "boilerplate", "Share on Facebook\n\nCopyright 2011 Ada Hill. All rights reserved.");

    assertThat(archive.count("Ada Hill")).isEqualTo(3);
  }

  @Test
  void aPhraseDoesNotExtendFromTheTitleIntoTheText() {
    archive.put(
        article("apart", "We met Ada", null, null, "Hill left."),
        article("title", "Ada Hill leaves", null, null, "The mayor left."));

    assertThat(archive.ids("Ada Hill")).containsExactly("title");
  }

  @Test
  void aWordTooLongForAnIndexIsCounted() {
    var word = "a".repeat(70_000);
    archive.put("long", "The word " + word + " is long.");

    assertThat(archive.count(word)).isOne();
    assertThat(archive.count(word + "a")).isZero();
    assertThat(archive.count("is long")).isOne();
  }

  @Test
  void severalNamesAreAllMentionedOrAnyOfThem() {
    archive.put("both", "Hill met Dupont.");
    archive.put("one", "Hill met the board.");

    assertThat(archive.count("Hill", "Dupont")).isEqualTo(1);
    var all = ArticleQuery.all(List.of("Hill", "Dupont"), Filters.NONE);
    assertThat(archive.count(new ArticleQuery(all.names(), true, Filters.NONE)).articles())
        .isEqualTo(2);
  }

  @Test
  void articlesAreCountedByYearMonthAndPublisher() {
    archive.put(
        article("a", null, "Harbour Gazette", LocalDate.of(2011, 5, 1), "Hill left."),
        article("b", null, "HARBOUR GAZETTE", LocalDate.of(2011, 7, 1), "Hill left."),
        article("c", null, "Harbour Gazette", LocalDate.of(2013, 5, 1), "Hill left."),
        article("d", null, null, null, "Hill left."),
        article("e", null, "Islands Courier", LocalDate.of(2013, 5, 2), "Hill left."));

    var counted =
        archive.count(
            ArticleQuery.all(List.of("Hill"), Filters.NONE),
            Property.YEAR,
            Property.MONTH,
            Property.PUBLISHER);

    assertThat(counted.groups().get(0).groups())
        .containsExactly(new Group("2011", 2), new Group("2013", 2), new Group(null, 1));
    assertThat(counted.groups().get(1).groups())
        .extracting(Group::key, Group::articles)
        .containsExactly(
            tuple("2011-05", 1L), tuple("2011-07", 1L), tuple("2013-05", 2L), tuple(null, 1L));
    assertThat(counted.groups().get(2).groups())
        .containsExactly(
            new Group("Harbour Gazette", 3), new Group("Islands Courier", 1), new Group(null, 1));
  }

  @Test
  void theFirstMentionIsQuotedByItsSentence() {
    var text = "The board met. It heard Ada Hill’s report. Hill left.";
    archive.put("a", text);

    var counted = archive.count(ArticleQuery.all(List.of("Hill"), Filters.NONE)).page().getFirst();

    assertThat(Objects.requireNonNull(counted.mention()).of(text)).isEqualTo("Hill");
    assertThat(counted.quote().of(text)).isEqualTo("It heard Ada Hill’s report.");
  }

  @Test
  void everyArticleIsOnExactlyOnePage() {
    for (int i = 0; i < 25; i++) {
      var day = i % 5 == 0 ? null : LocalDate.of(2011 + i % 3, 5, 1);
      archive.put(article("id-" + i, null, null, day, "Hill left."));
    }
    var query = ArticleQuery.all(List.of("Hill"), Filters.NONE);

    var listed = new ArrayList<ListedArticle>();
    ListedArticle after = null;
    do {
      var page = archive.counter.count(query, List.of(), after, 4);
      page.page().stream()
          .map(counted -> counted.source().article())
          .forEach(a -> listed.add(new ListedArticle(a.id(), a.published())));
      after = page.next();
    } while (after != null);

    assertThat(listed).hasSize(25).doesNotHaveDuplicates().isSorted();
  }

  @Test
  void aWithdrawnArticleIsNeitherCountedNorListed() {
    archive.put("a", "Hill left.");
    archive.put("b", "Hill left.");

    archive.delete("a");

    assertThat(archive.ids("Hill")).containsExactly("b");
    assertThat(archive.count("Hill")).isOne();
  }

  @Test
  void articlesWithTheSameTextAreAlsoCountedOnce() {
    var texts = new SampleTexts(3);
    var text = texts.text(200) + " Hill left.";
    archive.put("agency", text);
    archive.put("gull", text + " That is all.");
    archive.put("other", texts.text(200) + " Hill left.");

    archive.detectReprints();

    var counted = archive.count(ArticleQuery.all(List.of("Hill"), Filters.NONE));
    assertThat(counted.articles()).isEqualTo(3);
    assertThat(counted.withoutReprints()).isEqualTo(2);
  }

  @Test
  void filtersApply() {
    archive.put(
        article("a", null, "Harbour Gazette", LocalDate.of(2011, 5, 1), "Hill left."),
        article("b", null, "Islands Courier", LocalDate.of(2013, 5, 1), "Hill left."),
        article("c", null, null, null, "Hill left."));

    var in2013 = new Filters(LocalDate.of(2013, 1, 1), LocalDate.of(2013, 12, 31), Set.of());
    var gazette = new Filters(null, null, Set.of("harbour gazette"));

    assertThat(archive.count(ArticleQuery.all(List.of("Hill"), in2013)).articles()).isOne();
    assertThat(archive.count(ArticleQuery.all(List.of(), gazette)).articles()).isOne();
  }

  @Test
  void theFirstMentionOfALongTextIsFoundWhereverItIs() {
    var words = "The board met again. ".repeat(400);
    for (int at : List.of(0, 1_990, 2_010, 3_990, 8_000)) {
      var text = words.substring(0, at) + " The night ferry left. " + words + " Night ferry.";
      archive.put("long", text);

      var counted =
          archive.count(ArticleQuery.all(List.of("night ferry"), Filters.NONE)).page().getFirst();

      int start = text.indexOf("night ferry");
      assertThat(counted.mention()).isEqualTo(new Span(start, start + "night ferry".length()));
      assertThat(counted.quote().of(text)).contains("The night ferry left.");
    }
  }
}
