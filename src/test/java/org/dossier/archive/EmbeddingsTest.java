package org.dossier.archive;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
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
class EmbeddingsTest {
  private final Storage storage;

  @TempDir Path folder;
  private Database database;
  private Archive archive;
  private Embeddings embeddings;

  EmbeddingsTest(Storage storage) {
    this.storage = storage;
  }

  @BeforeEach
  void open() {
    database = storage.open(folder);
    archive = new Archive(database, Clock.systemUTC());
    embeddings = new Embeddings(database);
  }

  @AfterEach
  void close() {
    database.close();
  }

  @Test
  void vectorsAreStoredBitForBit() {
    var odd = new float[] {0f, -0f, Float.MIN_VALUE, Float.NaN, -1f / 3, Float.POSITIVE_INFINITY};
    embeddings.put("model", Map.of("odd", odd, "empty", new float[0]), List.of());

    var found = embeddings.find("model", List.of("odd", "empty", "none"));

    assertThat(found).containsOnlyKeys("odd", "empty");
    assertThat(found.get("odd")).containsExactly(odd);
    assertThat(found.get("empty")).isEmpty();
  }

  @Test
  void vectorsAreStoredPerModel() {
    embeddings.put("small", Map.of("key", new float[] {1}), List.of());
    embeddings.put("large", Map.of("key", new float[] {2}), List.of());
    embeddings.put("large", Map.of("key", new float[] {3}), List.of());

    assertThat(embeddings.find("small", List.of("key")).get("key")).containsExactly(1);
    assertThat(embeddings.find("large", List.of("key")).get("key")).containsExactly(3);
    assertThat(embeddings.find("none", List.of("key"))).isEmpty();
  }

  @Test
  void manyVectorsAreFoundInOneCall() {
    var random = new Random(7);
    var vectors = new HashMap<String, float[]>();
    for (int i = 0; i < 1_300; i++) {
      vectors.put(Embeddings.key("text " + i), new float[] {random.nextFloat()});
    }
    embeddings.put("model", vectors, List.of());

    var found = embeddings.find("model", vectors.keySet());

    assertThat(found).hasSize(1_300);
    assertThat(found).allSatisfy((key, v) -> assertThat(v).containsExactly(vectors.get(key)));
  }

  @Test
  void theKeyIsAHashOfTheText() {
    assertThat(Embeddings.key("")).isEqualTo("e3b0c44298fc1c149afbf4c8996fb924");
    assertThat(Embeddings.key("پل 🌉")).hasSize(32).isNotEqualTo(Embeddings.key("پل"));
  }

  @Test
  void articlesArePendingUntilMarkedComplete() {
    archive.put(List.of(article("a"), article("b"), article("c")));
    assertThat(pending("model", 2)).containsExactly("a", "b");
    assertThat(embeddings.pendingCount("model")).isEqualTo(3);

    embeddings.put("model", Map.of(), embeddings.pending("model", 1));

    assertThat(pending("model", 9)).containsExactly("b", "c");
    assertThat(embeddings.pendingCount("model")).isEqualTo(2);
    assertThat(archive.changesAfter(3, 9))
        .containsExactly(new Change(4, "a", article("a").version()));
  }

  @Test
  void completionIsRecordedOnce() {
    archive.put(List.of(article("a")));
    var change = embeddings.pending("model", 1);
    embeddings.put("model", Map.of(), change);

    embeddings.put("model", Map.of(), change);

    assertThat(archive.sequence()).isEqualTo(2);
  }

  @Test
  void claimedArticlesAreFreeForNoOtherProcess() {
    archive.put(List.of(article("a"), article("b"), article("c"), article("d")));
    try (var other = storage.inAnotherProcess(database, folder)) {
      var others = new Embeddings(other);
      if (other.isShared()) {
        assertThat(ids(embeddings.claim("model", 2))).containsExactly("a", "b");
        assertThat(ids(others.claim("model", 9))).containsExactly("c", "d");
        assertThat(ids(embeddings.claim("model", 9))).containsExactly("a", "b");
        assertThat(others.pendingCount("model")).isEqualTo(4);

        others.release(embeddings.pending("model", 9));

        assertThat(ids(embeddings.claim("model", 9))).containsExactly("a", "b", "c", "d");
      } else {
        // A file has one process, to which all articles are free.
        assertThat(ids(embeddings.claim("model", 9))).containsExactly("a", "b", "c", "d");
        embeddings.release(embeddings.pending("model", 9));
      }
    }
  }

  @Test
  void completeArticlesAreNotClaimed() {
    archive.put(List.of(article("a"), article("b")));
    var claimed = embeddings.claim("model", 1);
    embeddings.put("model", Map.of(), claimed);
    embeddings.release(claimed);

    assertThat(ids(embeddings.claim("model", 9))).containsExactly("b");
    assertThat(ids(embeddings.claim("larger", 9))).containsExactly("b", "a");
  }

  @Test
  void outdatedVersionsAreNotMarkedComplete() {
    archive.put(List.of(article("a"), article("b"), article("c")));
    var before = embeddings.pending("model", 9);
    archive.put(List.of(SampleArticles.bare("a", "Changed.")));
    archive.delete("b");

    embeddings.put("model", Map.of("key", new float[] {1}), before);

    assertThat(pending("model", 9)).containsExactly("a");
    assertThat(embeddings.find("model", List.of("key"))).containsKey("key");
    assertThat(archive.changesAfter(5, 9)).extracting(Change::articleId).containsExactly("c");
  }

  @Test
  void aChangedArticleIsPendingAgain() {
    archive.put(List.of(article("a")));
    embeddings.put("model", Map.of(), embeddings.pending("model", 1));
    assertThat(pending("model", 9)).isEmpty();

    archive.put(List.of(SampleArticles.bare("a", "Changed.")));
    assertThat(pending("model", 9)).containsExactly("a");

    archive.delete("a");
    assertThat(pending("model", 9)).isEmpty();
    assertThat(embeddings.pendingCount("model")).isZero();
  }

  @Test
  void forANewModelAllArticlesArePendingOldestFirst() {
    for (var id : List.of("a", "b", "c", "d", "e")) {
      archive.put(List.of(article(id)));
    }
    complete("small", "d");
    complete("large", "a");
    complete("small", "b");

    assertThat(pending("large", 9)).containsExactly("c", "e", "d", "b");
    assertThat(pending("small", 9)).containsExactly("c", "e", "a");
    assertThat(pending("new", 4)).containsExactly("c", "e", "d", "a");
    assertThat(embeddings.pendingCount("large")).isEqualTo(4);
    assertThat(embeddings.pendingCount("new")).isEqualTo(5);
  }

  @Test
  void anEmptyArchiveHasNoPendingArticles() {
    assertThat(embeddings.pending("model", 9)).isEmpty();
    assertThat(embeddings.pendingCount("model")).isZero();
    assertThatThrownBy(() -> embeddings.put("", Map.of(), List.of()))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void deletionErasesVectorsThatNoOtherArticleNeeds() {
    var shared = "The bridge was opened on Friday by the mayor of the town.";
    var own = "A fortnight later it was closed again for want of a toll house.";
    var first = SampleArticles.titled("a", "Bridge opens", shared);
    var second = SampleArticles.titled("a", "Bridge opens", own);
    var other = SampleArticles.titled("b", "Bridge opens", shared);
    for (var article : List.of(first, second, other)) {
      archive.put(List.of(article));
      embeddings.put(
          "model", Map.of(onlyKey(article), new float[] {1}), embeddings.pending("model", 9));
    }
    var keys = List.of(onlyKey(second), onlyKey(other));
    assertThat(embeddings.find("model", keys)).hasSize(2);

    archive.delete("a");

    assertThat(embeddings.find("model", keys)).containsOnlyKeys(onlyKey(other));
    archive.delete("b");
    assertThat(embeddings.find("model", keys)).isEmpty();
  }

  private static String onlyKey(Article article) {
    var passages = PassageSplitter.split(article);
    assertThat(passages).hasSize(1);
    return Embeddings.key(PassageSplitter.inContext(article, passages.getFirst()));
  }

  private void complete(String model, String id) {
    var version = archive.find(id).orElseThrow().version();
    embeddings.put(model, Map.of(), List.of(new Change(archive.sequence(), id, version)));
  }

  private static List<String> ids(List<Change> changes) {
    return changes.stream().map(Change::articleId).toList();
  }

  private List<String> pending(String model, int limit) {
    var ids = new ArrayList<String>();
    embeddings.pending(model, limit).forEach(change -> ids.add(change.articleId()));
    return ids;
  }

  private static Article article(String id) {
    return SampleArticles.bare(id, "The words of " + id + ".");
  }
}
