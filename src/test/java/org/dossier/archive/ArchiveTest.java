package org.dossier.archive;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.dossier.archive.Archive.Summary;
import org.dossier.database.ArchiveException;
import org.dossier.database.Database;
import org.dossier.database.Storage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

@ParameterizedClass
@EnumSource(Storage.class)
class ArchiveTest {
  private static final Instant START = Instant.parse("2026-01-02T03:04:05.678Z");

  private final Storage storage;

  @TempDir Path folder;
  private Database database;
  private Archive archive;

  ArchiveTest(Storage storage) {
    this.storage = storage;
  }

  @BeforeEach
  void open() {
    database = storage.open(folder);
    archive = at(START);
  }

  @AfterEach
  void close() {
    database.close();
  }

  @Test
  void omissionsAreKeptWithTheirVersionAndMakeNone() {
    var plain = SampleArticles.bare("a", "It carried 14 people.");
    var omissions =
        new Omissions(
            List.of(new Omissions.Struck(10, "41 “or more”")),
            List.of(new Omissions.Cut("div.menu", "links", "Home Sport")));
    var changed = SampleArticles.bare("a", "It carried 15 people.").withOmissions(omissions);

    assertThat(archive.put(List.of(plain))).containsExactly(PutResult.ADDED);
    assertThat(archive.put(List.of(plain.withOmissions(omissions))))
        .containsExactly(PutResult.UNCHANGED);
    assertThat(archive.find("a").orElseThrow().article().omissions()).isEqualTo(omissions);
    assertThat(archive.put(List.of(plain))).containsExactly(PutResult.UNCHANGED);
    assertThat(archive.find("a").orElseThrow().article().omissions()).isEqualTo(omissions);
    assertThat(archive.put(List.of(changed))).containsExactly(PutResult.CHANGED);
    assertThat(archive.find("a").orElseThrow().article()).isEqualTo(changed);
    assertThat(archive.put(List.of(plain))).containsExactly(PutResult.CHANGED);
    assertThat(archive.find("a").orElseThrow().article().omissions()).isEqualTo(omissions);
  }

  @Test
  void articlesOfOneDayAreListedByTheirTimes() {
    var day = LocalDate.of(2014, 1, 1);
    archive.put(
        List.of(
            at("evening", day, "20:00"),
            SampleArticles.published("unknown", day),
            at("morning", day, "08:15"),
            at("next", day.plusDays(1), "07:00")));

    assertThat(archive.newest(4))
        .extracting(found -> found.article().id())
        .containsExactly("next", "evening", "morning", "unknown");
    assertThat(archive.newest(2))
        .extracting(found -> found.article().id())
        .containsExactly("next", "evening");
    assertThat(archive.oldest(3))
        .extracting(found -> found.article().id())
        .containsExactly("unknown", "morning", "evening");
  }

  private static Article at(String id, LocalDate day, String time) {
    return new Article(
        id,
        null,
        null,
        List.of(),
        null,
        null,
        day,
        PublishedTime.parse(time),
        false,
        null,
        "It opened.");
  }

  @Test
  void articlesAreListedByPublication() {
    archive.put(
        List.of(
            SampleArticles.published("middle", LocalDate.of(2014, 1, 1)),
            SampleArticles.bare("undated", "It opened."),
            SampleArticles.published("oldest", LocalDate.of(2011, 1, 1)),
            SampleArticles.published("newest", LocalDate.of(2021, 1, 1))));

    assertThat(archive.newest(4))
        .extracting(found -> found.article().id())
        .containsExactly("newest", "middle", "oldest", "undated");
    assertThat(archive.oldest(4))
        .extracting(found -> found.article().id())
        .containsExactly("oldest", "middle", "newest", "undated");
    assertThat(archive.oldest(1))
        .extracting(found -> found.article().id())
        .containsExactly("oldest");
  }

  @Test
  void aNewArticleIsStoredUnchanged() {
    var article = SampleArticles.full("a");

    assertThat(archive.put(List.of(article))).containsExactly(PutResult.ADDED);

    assertThat(archive.find("a"))
        .contains(new ArticleVersion(article, article.version(), 1, START, START, true));
  }

  @Test
  void storedArticlesSurviveARestart() {
    archive.put(List.of(SampleArticles.full("a")));
    database.close();

    open();

    assertThat(archive.find("a").orElseThrow().article()).isEqualTo(SampleArticles.full("a"));
  }

  @Test
  void anUnchangedArticleIsNotModified() {
    archive.put(List.of(SampleArticles.full("a")));

    assertThat(at(START.plusSeconds(60)).put(List.of(SampleArticles.full("a"))))
        .containsExactly(PutResult.UNCHANGED);

    assertThat(archive.find("a").orElseThrow().seen()).isEqualTo(START);
    assertThat(archive.sequence()).isEqualTo(1);
  }

  @Test
  void aChangedArticleGetsANewVersionAndKeepsTheOld() {
    var old = SampleArticles.bare("a", "The bridge is closed.");
    var changed = SampleArticles.bare("a", "The bridge is open.");
    var later = START.plusSeconds(60);
    archive.put(List.of(old));

    assertThat(at(later).put(List.of(changed))).containsExactly(PutResult.CHANGED);

    assertThat(archive.find("a"))
        .contains(new ArticleVersion(changed, changed.version(), 2, START, later, true));
    assertThat(archive.find("a", old.version()))
        .contains(new ArticleVersion(old, old.version(), 1, START, START, false));
  }

  @Test
  void revertedContentRestoresItsEarlierVersion() {
    var first = SampleArticles.bare("a", "Closed.");
    var second = SampleArticles.bare("a", "Open.");
    var third = SampleArticles.bare("a", "Gone.");
    archive.put(List.of(first));
    archive.put(List.of(second));

    assertThat(at(START.plusSeconds(60)).put(List.of(first))).containsExactly(PutResult.CHANGED);

    assertThat(archive.find("a"))
        .contains(new ArticleVersion(first, first.version(), 1, START, START, true));
    archive.put(List.of(third));
    assertThat(archive.find("a").orElseThrow().number()).isEqualTo(3);
  }

  @Test
  void aBatchMayContainAnArticleTwice() {
    var first = SampleArticles.bare("a", "Closed.");
    var second = SampleArticles.bare("a", "Open.");

    assertThat(archive.put(List.of(first, second, second)))
        .containsExactly(PutResult.ADDED, PutResult.CHANGED, PutResult.UNCHANGED);

    assertThat(archive.find("a").orElseThrow().article()).isEqualTo(second);
  }

  @Test
  void aFailedBatchStoresNothing() {
    var batch = new ArrayList<>(List.of(SampleArticles.bare("a", "One.")));
    archive.put(batch);
    database.write(handle -> handle.execute("DROP INDEX article_sequence"));
    database.write(
        handle -> handle.execute("CREATE UNIQUE INDEX one_of_a_kind ON article_version (text)"));

    assertThatThrownBy(() ->
            archive.put(
                List.of(SampleArticles.bare("b", "Two."), SampleArticles.bare("c", "One."))))
        .isInstanceOf(ArchiveException.class);

    assertThat(archive.find("b")).isEmpty();
    assertThat(archive.sequence()).isEqualTo(1);
  }

  @Test
  void deletionRemovesAllVersionsImmediately() {
    var old = SampleArticles.bare("a", "Closed.");
    archive.put(List.of(old, SampleArticles.bare("a", "Open."), SampleArticles.bare("b", "Open.")));

    assertThat(archive.delete("a")).isTrue();

    assertThat(archive.find("a")).isEmpty();
    assertThat(archive.find("a", old.version())).isEmpty();
    assertThat(archive.findAll(List.of("a", "b"))).containsOnlyKeys("b");
    assertThat(archive.list(null, 10)).extracting(v -> v.article().id()).containsExactly("b");
    assertThat(archive.summary().articles()).isEqualTo(1);
    assertThat(archive.isWithdrawn("a")).isTrue();
    assertThat(archive.isWithdrawn("b")).isFalse();
    assertThat(archive.isWithdrawn("never")).isFalse();
  }

  @Test
  void onlyExistingArticlesCanBeDeleted() {
    archive.put(List.of(SampleArticles.bare("a", "Open.")));

    assertThat(archive.delete("b")).isFalse();
    assertThat(archive.delete("a")).isTrue();
    assertThat(archive.delete("a")).isFalse();
    assertThat(archive.sequence()).isEqualTo(2);
  }

  @Test
  void deletedTextIsErasedFromTheFile() throws Exception {
    assumeThat(storage).isEqualTo(Storage.EMBEDDED);
    archive.put(
        List.of(
            SampleArticles.titled("a", "Zephyrine", "Quuxquux. " + "Long words. ".repeat(2000))));

    archive.delete("a");
    database.close();

    try (var files = Files.list(folder)) {
      for (var file : files.toList()) {
        assertThat(new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1))
            .doesNotContain("Zephyrine", "Quuxquux", "Long words");
      }
    }
    open();
  }

  @Test
  void aDeletedArticleCanBeAddedAgain() {
    var article = SampleArticles.bare("a", "Open.");
    var later = START.plusSeconds(60);
    archive.put(List.of(article));
    archive.delete("a");

    assertThat(at(later).put(List.of(article))).containsExactly(PutResult.ADDED);

    assertThat(archive.find("a"))
        .contains(new ArticleVersion(article, article.version(), 2, START, later, true));
    assertThat(archive.isWithdrawn("a")).isFalse();
  }

  @Test
  void changesContainOnlyTheNewestOfEachArticle() {
    var a = SampleArticles.bare("a", "Closed.");
    var changed = SampleArticles.bare("a", "Open.");
    var b = SampleArticles.bare("b", "Closed.");
    var c = SampleArticles.bare("c", "Closed.");
    assertThat(archive.sequence()).isZero();
    assertThat(archive.changesAfter(0, 10)).isEmpty();
    archive.put(List.of(a, b, c));
    archive.put(List.of(changed));
    archive.delete("b");

    assertThat(archive.changesAfter(0, 10))
        .containsExactly(
            new Change(3, "c", c.version()),
            new Change(4, "a", changed.version()),
            new Change(5, "b", null));
    assertThat(archive.changesAfter(3, 1)).containsExactly(new Change(4, "a", changed.version()));
    assertThat(archive.changesAfter(5, 10)).isEmpty();
    assertThat(archive.sequence()).isEqualTo(5);
  }

  @Test
  void articlesAreListedPageByPageInOrderOfIds() {
    var ids = List.of("a", "a/b", "Z", "z", "é", "\uFF5A", "🌉", "10", "9");
    archive.put(ids.stream().map(id -> SampleArticles.bare(id, "Open.")).toList());

    var listed = new ArrayList<String>();
    String after = null;
    for (var page = archive.list(null, 2); !page.isEmpty(); page = archive.list(after, 2)) {
      page.forEach(found -> listed.add(found.article().id()));
      after = listed.getLast();
    }

    assertThat(listed)
        .isEqualTo(
            ids.stream()
                .sorted(
                    (x, y) -> Arrays.compare(x.codePoints().toArray(), y.codePoints().toArray()))
                .toList());
  }

  @Test
  void manyArticlesAreFoundInOneCall() {
    var ids = new ArrayList<String>();
    for (int i = 0; i < 1_200; i++) {
      ids.add("article " + i);
    }
    archive.put(ids.stream().map(id -> SampleArticles.bare(id, id)).toList());
    ids.add("never");
    ids.add("article 7");

    var found = archive.findAll(ids);

    assertThat(found).hasSize(1_200);
    assertThat(found).allSatisfy((id, v) -> assertThat(v.article().text()).isEqualTo(id));
    assertThat(archive.findAll(List.of())).isEmpty();
  }

  @Test
  void theSummaryCountsCurrentArticlesOnly() {
    assertThat(archive.summary()).isEqualTo(new Summary(0, null, null));
    var first = LocalDate.of(2001, 2, 3);
    var last = LocalDate.of(2021, 4, 13);
    archive.put(
        List.of(
            SampleArticles.published("a", LocalDate.of(1999, 1, 1)),
            SampleArticles.published("b", last),
            SampleArticles.published("c", LocalDate.of(2020, 1, 1)),
            SampleArticles.bare("d", "No date.")));
    archive.put(List.of(SampleArticles.published("c", first)));
    archive.delete("a");

    assertThat(archive.summary()).isEqualTo(new Summary(3, first, last));
  }

  @Test
  void idsAreNotInterpretedAsSql() {
    var id = "a' OR '1'='1";
    archive.put(List.of(SampleArticles.bare("a", "Open.")));

    assertThat(archive.find(id)).isEmpty();
    assertThat(archive.delete(id)).isFalse();
    archive.put(List.of(SampleArticles.bare(id, "Open.")));
    assertThat(archive.find(id)).isPresent();
    assertThat(archive.summary().articles()).isEqualTo(2);
  }

  private Archive at(Instant now) {
    return new Archive(database, Clock.fixed(now, ZoneOffset.UTC));
  }
}
