package org.dossier.archive.reprint;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.dossier.archive.Archive;
import org.dossier.archive.Article;
import org.dossier.archive.Change;
import org.dossier.archive.Embeddings;
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
class ReprintDetectorTest {
  private static final LocalDate DAY = LocalDate.parse("2022-05-03");

  private final Storage storage;
  private final SampleTexts texts = new SampleTexts(3);

  @TempDir Path folder;
  private Database database;
  private Archive archive;

  ReprintDetectorTest(Storage storage) {
    this.storage = storage;
  }

  @BeforeEach
  void open() {
    database = storage.open(folder);
    archive = new Archive(database, Clock.systemUTC());
  }

  @AfterEach
  void close() {
    database.close();
  }

  @Test
  void editedReprintsUnderOtherHeadlinesAreFound() {
    var text = texts.text(300);
    archive.put(
        List.of(
            article("agency", "Agency", 0, text),
            article("gull", "Gull", 1, texts.edited(text, 0.2)),
            article("other", "Gull", 1, texts.text(300)),
            article("tern", "Tern", 2, texts.edited(text, 0.3))));

    detect();

    assertThat(reprintsOf("agency")).containsExactly("gull", "tern");
    assertThat(reprintsOf("tern")).containsExactly("agency", "gull");
    assertThat(reprintsOf("other")).isEmpty();
    assertThat(reprintsOf("unknown")).isEmpty();
    assertThat(withoutReprints()).isEqualTo(2);
    assertThat(reprints(Map.of()).countWithoutReprints(List.of("gull", "tern", "other", "gull")))
        .isEqualTo(2);
    assertThat(reprints(Map.of()).countWithoutReprints(List.of("gull"))).isEqualTo(1);
    assertThat(reprints(Map.of()).countWithoutReprints(List.of())).isZero();
  }

  @Test
  void theEarliestIsCitedUnlessAPublisherIsPreferred() {
    var text = texts.text(200);
    archive.put(
        List.of(
            article("a", "Gull", 2, text),
            article("b", "Agency", 1, text),
            article("c", "Tern", 0, text),
            article("d", "Heron", 0, text)));
    detect();

    assertThat(ids(reprints(Map.of()), "a")).containsExactly("c", "d", "b", "a");
    assertThat(ids(reprints(Map.of("dossier.reprints.preferred-publishers", "AGENCY, gull")), "a"))
        .containsExactly("b", "a", "c", "d");
  }

  @Test
  void anArticleThatChangesIsComparedAgain() {
    var text = texts.text(200);
    archive.put(List.of(article("a", "Agency", 0, text), article("b", "Gull", 0, text)));
    detect();
    assertThat(reprintsOf("a")).containsExactly("b");

    archive.put(List.of(article("b", "Gull", 0, texts.text(200))));
    assertThat(reprintsOf("a")).as("immediately").isEmpty();
    detect();
    assertThat(reprintsOf("a")).isEmpty();
    assertThat(withoutReprints()).isEqualTo(2);

    archive.put(List.of(article("b", "Gull", 0, text)));
    detect();
    assertThat(reprintsOf("a")).containsExactly("b");
  }

  @Test
  void aWithdrawnArticleIsInNoGroupImmediately() {
    var text = texts.text(200);
    archive.put(
        List.of(
            article("a", "Agency", 0, text),
            article("b", "Gull", 1, text),
            article("c", "Tern", 2, text)));
    detect();

    archive.delete("a");

    assertThat(reprintsOf("c")).as("immediately").containsExactly("b");
    detect();
    assertThat(reprintsOf("c")).containsExactly("b");
    assertThat(rows("reprint")).isEqualTo(2);
    archive.delete("b");
    detect();
    assertThat(reprintsOf("c")).isEmpty();
    archive.delete("c");
    detect();
    assertThat(rows("reprint")).isZero();
    assertThat(rows("reprint_band")).isZero();
  }

  @Test
  void articlesThatOnlyAWithdrawnOneConnectedArePartedAgain() {
    var sentences = texts.sentences(30);
    var middle = String.join(" ", sentences.subList(6, 24));
    archive.put(
        List.of(
            article("middle", "Agency", 0, middle),
            article("first", "Gull", 0, String.join(" ", sentences.subList(0, 15))),
            article("last", "Tern", 0, String.join(" ", sentences.subList(15, 30)))));
    detect();
    assertThat(reprintsOf("middle")).containsExactlyInAnyOrder("first", "last");

    archive.delete("middle");
    detect();

    assertThat(reprintsOf("first")).isEmpty();
    assertThat(withoutReprints()).isEqualTo(2);
  }

  /// Each step is stored, so that a detector that was killed is continued by the next one.
  @Test
  void detectionContinuesWhereItStopped() {
    var articles = new ArrayList<Article>();
    for (int i = 0; i < 60; i++) {
      var text = texts.text(60);
      articles.add(article("agency-" + i, "Agency", 0, text));
      articles.add(article("gull-" + i, "Gull", 0, text));
    }
    archive.put(articles);
    assertThat(detector().backlog()).isEqualTo(120);
    assertThat(detector().step()).isTrue();
    long left = detector().backlog();
    assertThat(left).isBetween(1L, 119L);
    database.close();
    open();

    assertThat(detector().backlog()).isEqualTo(left);
    detect();

    assertThat(detector().backlog()).isZero();
    assertThat(detector().step()).isFalse();
    assertThat(withoutReprints()).isEqualTo(60);
  }

  @Test
  void aChangeOfVectorsIsNoReasonToCompareAgain() {
    var text = texts.text(200);
    archive.put(List.of(article("a", "Agency", 0, text), article("b", "Gull", 0, text)));
    detect();
    var before = groups();

    var change = archive.changesAfter(0, 1).getFirst();
    new Embeddings(database)
        .put("model", Map.of(), List.of(new Change(0, change.articleId(), change.version())));
    assertThat(detector().backlog()).isEqualTo(1);
    detect();

    assertThat(detector().backlog()).isZero();
    assertThat(groups()).isEqualTo(before);
  }

  @Test
  void nothingIsFoundIfDisabled() {
    var text = texts.text(200);
    archive.put(List.of(article("a", "Agency", 0, text), article("b", "Gull", 0, text)));
    var disabled = ReprintSettings.of(Map.of("dossier.reprints.enabled", "false"));

    assertThat(new ReprintDetector(database, archive, disabled).step()).isFalse();
    assertThat(rows("reprint")).isZero();

    detect();
    assertThat(new Reprints(database, archive, disabled).of("a")).isEmpty();
  }

  /// The groups after random changes are those that a new archive with the same articles has.
  @Test
  void groupsAfterChangesAreThoseOfANewArchive() {
    var random = new Random(5);
    var originals = List.of(texts.text(120), texts.text(120), texts.text(120));
    for (int round = 0; round < 40; round++) {
      var id = "id-" + random.nextInt(12);
      if (random.nextInt(4) == 0) {
        archive.delete(id);
      } else {
        var text = texts.edited(originals.get(random.nextInt(3)), 0.1);
        archive.put(List.of(article(id, "Publisher " + id, 0, text)));
      }
      if (random.nextInt(3) == 0) {
        detect();
      }
    }
    detect();
    var all = archive.list(null, 100);
    long texts = all.stream().map(v -> nearest(v.article().text(), originals)).distinct().count();

    assertThat(withoutReprints()).isEqualTo(texts);
    for (var one : all) {
      var same =
          all.stream()
              .filter(other -> !other.equals(one))
              .filter(other ->
                  nearest(other.article().text(), originals)
                      == nearest(one.article().text(), originals))
              .map(other -> other.article().id())
              .toList();
      assertThat(reprintsOf(one.article().id())).containsExactlyInAnyOrderElementsOf(same);
    }
  }

  private static int nearest(String text, List<String> originals) {
    int nearest = 0;
    for (int i = 0; i < originals.size(); i++) {
      if (overlap(text, originals.get(i)) > overlap(text, originals.get(nearest))) {
        nearest = i;
      }
    }
    return nearest;
  }

  private static double overlap(String one, String other) {
    return ReprintRule.overlap(ContentWords.of(one), ContentWords.of(other));
  }

  private ReprintDetector detector() {
    return new ReprintDetector(database, archive, ReprintSettings.DEFAULT);
  }

  private void detect() {
    var detector = detector();
    while (detector.step()) {
      // Each step processes some changes.
    }
  }

  private Reprints reprints(Map<String, String> settings) {
    return new Reprints(database, archive, ReprintSettings.of(settings));
  }

  private List<String> reprintsOf(String id) {
    return reprints(Map.of()).of(id).stream().map(found -> found.article().id()).toList();
  }

  private static List<String> ids(Reprints reprints, String id) {
    long group = reprints.groups(List.of(id)).getOrDefault(id, -1L);
    return reprints.articles(group).stream().map(found -> found.article().id()).toList();
  }

  private long withoutReprints() {
    var ids = archive.list(null, 1_000).stream().map(found -> found.article().id()).toList();
    return reprints(Map.of()).countWithoutReprints(ids);
  }

  private long rows(String table) {
    return database.read(
        handle -> handle.createQuery("SELECT count(*) FROM " + table).mapTo(Long.class).one());
  }

  private List<String> groups() {
    return database.read(handle ->
        handle
            .createQuery("SELECT article_id || number || group_number FROM reprint ORDER BY number")
            .mapTo(String.class)
            .list());
  }

  private static Article article(String id, String publisher, int day, String text) {
    return new Article(
        id,
        "Headline of " + id,
        publisher,
        List.of(),
        null,
        "en",
        DAY.plusDays(day),
        false,
        null,
        text);
  }
}
