package org.dossier.retrieval.count;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.dossier.WallClock;
import org.dossier.archive.Archive;
import org.dossier.archive.Article;
import org.dossier.archive.ArticleVersion;
import org.dossier.archive.Embeddings;
import org.dossier.archive.PublishedTime;
import org.dossier.archive.reprint.ReprintDetector;
import org.dossier.archive.reprint.ReprintSettings;
import org.dossier.archive.reprint.Reprints;
import org.dossier.database.Database;
import org.dossier.search.ArticleGroups.Property;
import org.dossier.search.ArticleQuery;
import org.dossier.search.Filters;
import org.dossier.search.Hit;
import org.dossier.search.IndexSnapshot;
import org.dossier.search.PassageIndex;
import org.dossier.search.lucene.LuceneIndex;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Articles that are ingested before their time of publication.
class EmbargoTest {
  private static final LocalDate TODAY = LocalDate.of(2024, 5, 6);
  private static final String TEXT = "The harbour board will close the night ferry to Norholm.";

  private final WallClock clock = new WallClock(Instant.parse("2024-05-06T07:00:00Z"));
  private Database database;
  private Archive archive;
  private PassageIndex index;
  private ArticleCounter counter;
  private Reprints reprints;

  @BeforeEach
  void open(@TempDir Path folder) {
    database = Database.open(folder.resolve("archive.db"));
    archive = new Archive(database, clock);
    index =
        LuceneIndex.open(folder.resolve("index"), archive, new Embeddings(database), "no model");
    reprints = new Reprints(database, archive, ReprintSettings.DEFAULT);
    counter = new ArticleCounter(index, archive, reprints);
    put("known", TODAY.minusDays(1), null, "The day ferry to Norholm was late.");
  }

  @AfterEach
  void close() {
    index.close();
    database.close();
  }

  private void put(String id, LocalDate day, @Nullable String time, String text) {
    archive.put(
        List.of(
            new Article(
                id,
                "Ferry news",
                "Harbour Gazette",
                List.of(),
                null,
                "en",
                day,
                time == null ? null : PublishedTime.parse(time),
                false,
                null,
                text)));
    index.catchUp();
  }

  private void pass(Duration duration) {
    clock.jump(duration);
    index.catchUp();
  }

  private List<String> found(String question) {
    return index.search(snapshot ->
        snapshot.searchLexical(question, Filters.NONE, 10).stream().map(Hit::articleId).toList());
  }

  private boolean isKnown(String word) {
    return index.<Boolean>search((IndexSnapshot snapshot) -> snapshot.isKnown(word));
  }

  private Set<String> indexed() {
    return index.<Set<String>>search((IndexSnapshot snapshot) -> snapshot.articles());
  }

  private long count(String phrase) {
    return counter
        .count(ArticleQuery.all(List.of(phrase), Filters.NONE), List.of(Property.MONTH), null, 10)
        .articles();
  }

  private List<String> listed() {
    return archive.list(null, 10).stream().map(listed -> listed.article().id()).toList();
  }

  @Test
  void anArticleIsFoundFromTheMinuteOfItsPublicationOn() {
    put("embargoed", TODAY, "09:30+02:00", TEXT);

    pass(Duration.ofMinutes(29));
    assertThat(found("night ferry")).containsExactly("known");
    assertThat(count("ferry")).isEqualTo(1);
    assertThat(listed()).containsExactly("known");
    assertThat(archive.newest(1))
        .extracting(newest -> newest.article().id())
        .containsExactly("known");
    assertThat(archive.summary())
        .isEqualTo(new Archive.Summary(1, TODAY.minusDays(1), TODAY.minusDays(1)));
    assertThat(isKnown("close")).isFalse();
    assertThat(archive.withheldUntil("embargoed")).contains(Instant.parse("2024-05-06T07:30:00Z"));

    pass(Duration.ofMinutes(1));
    assertThat(found("night ferry")).containsExactly("embargoed", "known");
    assertThat(count("ferry")).isEqualTo(2);
    assertThat(listed()).containsExactly("embargoed", "known");
    assertThat(archive.newest(1))
        .extracting(newest -> newest.article().id())
        .containsExactly("embargoed");
    assertThat(archive.withheldUntil("embargoed")).isEmpty();
  }

  @Test
  void withoutAZoneAnArticleIsPublishedAsSoonAsItsTimeComesAnywhere() {
    put("today", TODAY, "08:00", TEXT);
    put("evening", TODAY, "20:00", TEXT + " Today.");
    put("tomorrow", TODAY.plusDays(1), "00:00", TEXT + " Tomorrow.");

    assertThat(listed()).containsExactly("evening", "known", "today");
    pass(Duration.ofHours(3));
    assertThat(listed()).containsExactly("evening", "known", "today", "tomorrow");
  }

  /// The line with a date may be that of the event which the article announces.
  @Test
  void aDayWithoutATimeWithholdsNothing() {
    put("announced", TODAY.plusDays(300), null, TEXT);

    assertThat(listed()).containsExactly("announced", "known");
  }

  @Test
  void anotherVersionWithAnEarlierTimeEndsTheEmbargo() {
    put("embargoed", TODAY, "23:00Z", TEXT);
    assertThat(count("night ferry")).isZero();

    put("embargoed", TODAY, "06:00Z", TEXT);
    assertThat(count("night ferry")).isEqualTo(1);
  }

  @Test
  void aNewVersionBeforeTheTimeIsTheOneThatIsPublished() {
    put("embargoed", TODAY, "08:00Z", TEXT);
    put("embargoed", TODAY, "08:00Z", TEXT + " Buses will run.");

    assertThat(count("buses")).isZero();
    pass(Duration.ofHours(1));
    assertThat(count("buses")).isEqualTo(1);
  }

  @Test
  void aWithdrawnArticleIsNotPublished() {
    put("embargoed", TODAY, "08:00Z", TEXT);
    archive.delete("embargoed");

    pass(Duration.ofHours(2));
    assertThat(count("night ferry")).isZero();
    assertThat(archive.isWithdrawn("embargoed")).isTrue();
  }

  @Test
  void aRebuiltIndexDoesNotHaveIt() {
    put("embargoed", TODAY, "08:00Z", TEXT);
    index.rebuild();
    assertThat(indexed()).containsExactly("known");

    pass(Duration.ofHours(1));
    assertThat(indexed()).containsExactlyInAnyOrder("embargoed", "known");
  }

  @Test
  void itIsNoReprintOfAPublishedArticleBeforeItsTime() {
    var text = (TEXT + " The board said that too few people use it in winter. ").repeat(3);
    put("first", TODAY.minusDays(1), null, text);
    put("second", TODAY, "08:00Z", text);
    var detector = new ReprintDetector(database, archive, ReprintSettings.DEFAULT);
    while (detector.step()) {
      // Each step processes some changes.
    }

    assertThat(reprints.of("first")).isEmpty();
    pass(Duration.ofHours(1));
    while (detector.step()) {
      // The published article is a change.
    }
    assertThat(reprints.of("first"))
        .extracting((ArticleVersion found) -> found.article().id())
        .containsExactly("second");
  }
}
