package org.dossier.search;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.dossier.archive.Article;
import org.dossier.search.ArticleGroups.Group;
import org.dossier.search.ArticleGroups.Property;
import org.dossier.search.indexing.SplitArticle;
import org.dossier.text.name.MentionedName;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The contract of counts and lists of articles for every engine behind the search port.
public abstract class CountingContract {
  private static final LocalDate MAY = LocalDate.of(2019, 5, 14);

  @TempDir private Path folder;
  private HarbourFixture harbourFixture;

  /// An empty archive in `folder` with an index in the engine.
  protected abstract HarbourFixture open(Path folder);

  @BeforeEach
  void open() {
    harbourFixture = open(folder);
  }

  @AfterEach
  void close() {
    harbourFixture.close();
  }

  @Test
  void anEmptyArchiveHasNoArticles() {
    assertThat(count(ArticleQuery.all(List.of(), Filters.NONE))).isZero();
    assertThat(list(ArticleQuery.all(List.of(), Filters.NONE), null, 5)).isEmpty();
  }

  @Test
  void aPhraseIsMentionedByItsWholeWordsInThisOrder() {
    put("a", "Ana Rivas opened it.");
    put("b", "Rivas, Ana's friend, opened it.");
    put("c", "RIVAS! Ana-Rivas.");

    assertThat(count("Ana Rivas")).isEqualTo(2);
    assertThat(count("Rivas")).isEqualTo(3);
    assertThat(count("Riva")).isZero();
  }

  @Test
  void anAbbreviationIsMentionedInCapitalsOnly() {
    put("a", "The US left the UN Council.");
    put("b", "They left us at the un council.");

    assertThat(count("US")).isEqualTo(1);
    assertThat(count("UN Council")).isEqualTo(1);
    assertThat(count("council")).isEqualTo(2);
    assertThat(count("left us")).isEqualTo(1);
  }

  @Test
  void aPhraseDoesNotExtendFromTheTitleIntoTheText() {
    harbourFixture.put(HarbourFixture.article("a", "Meet Ana", null, null, "Rivas was there."));

    assertThat(count("Ana Rivas")).isZero();
    assertThat(count("Meet Ana")).isEqualTo(1);
  }

  @Test
  void aWordOfAnyLengthIsCounted() {
    var word = "x".repeat(40_000);
    put("a", "It reads " + word + " here.");

    assertThat(count("reads " + word)).isEqualTo(1);
    assertThat(count(word.substring(1))).isZero();
  }

  @Test
  void severalNamesAreAllMentionedOrAnyOfThem() {
    put("a", "Rivas and Lund.");
    put("b", "Lund alone.");
    put("c", "Nobody.");
    var names = List.of(MentionedName.of("Rivas"), MentionedName.of("Lund"));

    assertThat(count(new ArticleQuery(names, false, Filters.NONE))).isEqualTo(1);
    assertThat(count(new ArticleQuery(names, true, Filters.NONE))).isEqualTo(2);
  }

  @Test
  void articlesAreCountedByYearMonthAndPublisher() {
    harbourFixture.put(
        dated("a", "Gazette", MAY),
        dated("b", "GAZETTE", MAY.plusDays(1)),
        dated("c", "Gazette", MAY.plusMonths(1)),
        dated("d", "Courier", MAY.plusYears(1)),
        dated("e", null, null));

    var counted =
        harbourFixture
            .index()
            .search(snapshot ->
                snapshot.count(
                    ArticleQuery.all(List.of("lock"), Filters.NONE),
                    List.of(Property.YEAR, Property.MONTH, Property.PUBLISHER)));

    assertThat(counted.articles()).isEqualTo(5);
    assertThat(counted.groups())
        .containsExactly(
            groups(Property.YEAR, group("2019", 3), group("2020", 1), group(null, 1)),
            groups(
                Property.MONTH,
                group("2019-05", 2),
                group("2019-06", 1),
                group("2020-05", 1),
                group(null, 1)),
            groups(Property.PUBLISHER, group("Gazette", 3), group("Courier", 1), group(null, 1)));
  }

  @Test
  void anArticleIsFoundOnceIfOnePassageHasAllWords() {
    harbourFixture.put(HarbourFixture.LOCK, HarbourFixture.TOMATOES, HarbourFixture.UNDATED);

    assertThat(countFound("harbour lock", Filters.NONE).articles()).isEqualTo(1);
    assertThat(countFound("ferries", Filters.NONE).articles()).isEqualTo(2);
    assertThat(countFound("lock tomatoes", Filters.NONE).articles()).isZero();
    assertThat(countFound("ferries", new Filters(MAY, null, Set.of())).groups())
        .containsExactly(groups(Property.PUBLISHER, group("Harbour Gazette", 1)));
  }

  @Test
  void articlesAreCountedByTheEntitiesThatTheyName() {
    put("a", "Mayor Anna Brekke met Foreign Minister Sergei Lavrov in the city of Norholm.");
    put("b", "Then Mayor Brekke and Foreign Minister Sergey Lavrov left for the United Nations.");
    put("c", "Mayor Brekke stayed.");
    harbourFixture.delete("c");
    var properties = List.of(Property.PERSON, Property.PLACE, Property.ORGANIZATION);
    var expected =
        List.of(
            groups(Property.PERSON, group("Anna Brekke", 2), group("Sergei Lavrov", 2)),
            groups(Property.PLACE, group("Norholm", 1)),
            groups(Property.ORGANIZATION, group("UN", 1)));

    harbourFixture
        .index()
        .search(snapshot -> {
          var all = ArticleQuery.all(List.of(), Filters.NONE);
          assertThat(snapshot.count(all, properties).groups()).isEqualTo(expected);
          assertThat(snapshot.countFound("Lavrov", Filters.NONE, properties).groups())
              .isEqualTo(expected);
          var lavrov = new EntityCatalog(snapshot::entityKeys).find("Lavrov").orElseThrow();
          var query = new ArticleQuery(List.of(lavrov), false, Filters.NONE);
          assertThat(snapshot.count(query, List.of()).articles()).isEqualTo(2);
          assertThat(snapshot.list(query, null, 5)).hasSize(2);
          return true;
        });
  }

  @Test
  void everyArticleIsOnExactlyOnePage() {
    harbourFixture.put(
        dated("old", null, MAY),
        dated("b", null, MAY.plusDays(1)),
        dated("a", null, MAY.plusDays(1)),
        dated("z", null, null),
        dated("y", null, null));
    var query = ArticleQuery.all(List.of("lock"), Filters.NONE);
    var ids = new ArrayList<String>();
    ListedArticle last = null;
    for (var page = list(query, last, 2); !page.isEmpty(); page = list(query, last, 2)) {
      page.forEach(listed -> ids.add(listed.id()));
      last = page.getLast();
    }

    assertThat(ids).containsExactly("a", "b", "old", "y", "z");
    assertThat(list(query, null, 0)).isEmpty();
  }

  @Test
  void articlesArePresentUntilTheyAreDeleted() throws Exception {
    harbourFixture.put(HarbourFixture.LOCK, HarbourFixture.TOMATOES);
    harbourFixture.embed();

    harbourFixture
        .index()
        .search(snapshot -> {
          var expected = SplitArticle.of(HarbourFixture.LOCK).passages();
          var passages = snapshot.passagesOf("lock");
          assertThat(passages).hasSameSizeAs(expected);
          for (int i = 0; i < passages.size(); i++) {
            assertThat(passages.get(i))
                .isEqualTo(
                    new IndexedPassage(
                        HarbourFixture.LOCK.version(), i, expected.get(i).sentences(), true));
          }
          assertThat(snapshot.passagesOf("unknown")).isEmpty();
          assertThat(snapshot.articles()).containsExactly("lock", "tomatoes");
          assertThat(snapshot.vectors()).isEqualTo(snapshot.passages()).isPositive();
          return true;
        });

    harbourFixture.delete("lock");

    assertThat(harbourFixture.index().<Set<String>>search(IndexSnapshot::articles))
        .containsExactly("tomatoes");
    assertThat(count("lock")).isZero();
    assertThat(list(ArticleQuery.all(List.of(), Filters.NONE), null, 5))
        .containsExactly(new ListedArticle("tomatoes", LocalDate.of(2020, 7, 2)));
  }

  private void put(String id, String text) {
    harbourFixture.put(HarbourFixture.article(id, null, null, null, text));
  }

  private static Article dated(
      String id, @Nullable String publisher, @Nullable LocalDate published) {
    return HarbourFixture.article(id, null, publisher, published, "The lock of " + id + " opened.");
  }

  private long count(String name) {
    return count(ArticleQuery.all(List.of(name), Filters.NONE));
  }

  private long count(ArticleQuery query) {
    return harbourFixture
        .index()
        .<ArticleCount>search(snapshot -> snapshot.count(query, List.of()))
        .articles();
  }

  private ArticleCount countFound(String question, Filters filters) {
    return harbourFixture
        .index()
        .search(snapshot -> snapshot.countFound(question, filters, List.of(Property.PUBLISHER)));
  }

  private List<ListedArticle> list(ArticleQuery query, @Nullable ListedArticle after, int limit) {
    return harbourFixture.index().search(snapshot -> snapshot.list(query, after, limit));
  }

  private static ArticleGroups groups(Property by, Group... groups) {
    return new ArticleGroups(by, List.of(groups));
  }

  private static Group group(@Nullable String key, long articles) {
    return new Group(key, articles);
  }
}
