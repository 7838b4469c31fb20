package org.dossier.search.lucene;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.apache.lucene.util.IOUtils;
import org.dossier.search.HarbourFixture;
import org.dossier.search.Hit;
import org.dossier.search.IndexException;
import org.dossier.search.IndexSnapshot;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// After any damage to the files of an index, the next start answers as before.
final class IndexRebuildTest {
  private static final String QUESTION = "Are the ferries to the islands late?";

  @TempDir private Path folder;
  private HarbourFixture harbourFixture;
  private List<Hit> words;
  private List<Hit> vectors;

  @BeforeEach
  void fill() throws Exception {
    harbourFixture = new HarbourFixture(folder);
    harbourFixture.put(HarbourFixture.LOCK, HarbourFixture.TOMATOES, HarbourFixture.UNDATED);
    harbourFixture.embed();
    words = harbourFixture.words(QUESTION);
    vectors = harbourFixture.vectors(QUESTION);
    assertThat(words).hasSizeGreaterThan(1);
    assertThat(vectors).hasSizeGreaterThan(1);
  }

  @AfterEach
  void close() {
    harbourFixture.close();
  }

  @Test
  void anIntactIndexIsOpenedWithoutARebuild() throws IOException {
    harbourFixture.closeIndex();

    assertSameAnswers();
    assertThat(builds()).containsExactly("1");
  }

  @Test
  void aReopenedIndexAppliesChangesMadeInTheMeantime() throws IOException {
    harbourFixture.closeIndex();
    harbourFixture.archive.delete("undated");
    harbourFixture.archive.put(
        List.of(HarbourFixture.article("new", null, null, null, "Ferries run hourly.")));

    assertThat(harbourFixture.articlesByWords("ferries")).containsExactlyInAnyOrder("lock", "new");
    assertThat(builds()).containsExactly("1");
  }

  @Test
  void damageToAnyFileIsDetected() throws IOException {
    int damaged = 0;
    while (damaged < indexFiles().size()) {
      harbourFixture.closeIndex();
      cutInHalf(current().resolve(indexFiles().get(damaged)));
      assertSameAnswers();
      damaged++;
      assertThat(builds()).containsExactly(Integer.toString(damaged + 1));
    }
    assertThat(damaged).isGreaterThan(2);
  }

  @Test
  void aSingleFlippedBitIsDetected() throws IOException {
    harbourFixture.closeIndex();
    var data = indexFiles().stream().filter(name -> name.endsWith(".cfs")).findFirst();
    flip(current().resolve(data.orElseThrow()));

    assertSameAnswers();
    assertThat(builds()).containsExactly("2");
  }

  @Test
  void aDeletedIndexIsRebuilt() throws IOException {
    harbourFixture.closeIndex();
    IOUtils.rm(current());
    assertSameAnswers();

    harbourFixture.closeIndex();
    IOUtils.rm(harbourFixture.indexFolder());
    assertSameAnswers();

    harbourFixture.closeIndex();
    Files.delete(harbourFixture.indexFolder().resolve("current"));
    assertSameAnswers();
    assertThat(builds()).hasSize(1);
  }

  @Test
  void aPointerToAMissingFolderIsIgnored() throws IOException {
    harbourFixture.closeIndex();
    for (var pointer : List.of("", "17", "../index/1", "no index", "999999999999999999999")) {
      Files.writeString(harbourFixture.indexFolder().resolve("current"), pointer);
      assertSameAnswers();
      harbourFixture.closeIndex();
    }
  }

  @Test
  void aGarbledPointerIsIgnored() throws IOException {
    harbourFixture.closeIndex();
    var garbage = new byte[50];
    for (int i = 0; i < garbage.length; i++) {
      garbage[i] = (byte) (0x80 + 5 * i);
    }
    Files.write(harbourFixture.indexFolder().resolve("current"), garbage);

    assertSameAnswers();
    assertThat(builds()).hasSize(1);
  }

  @Test
  void theRemainsOfAKilledRebuildAreDeleted() throws IOException {
    harbourFixture.closeIndex();
    var partial = harbourFixture.indexFolder().resolve("2");
    Files.createDirectory(partial);
    Files.copy(current().resolve(indexFiles().getFirst()), partial.resolve("_0.cfs"));

    assertSameAnswers();
    assertThat(builds()).containsExactly("1");

    harbourFixture.closeIndex();
    Files.createDirectory(partial);
    Files.delete(harbourFixture.indexFolder().resolve("current"));
    assertSameAnswers();
    assertThat(builds()).containsExactly("3");
  }

  @Test
  void aChangeOfTheModelRebuildsTheIndex() throws IOException {
    harbourFixture.closeIndex();

    var other = harbourFixture.open("another-model");

    assertThat(harbourFixture.words(QUESTION)).isEqualTo(words);
    int withVector = other.search(IndexSnapshot::vectors);
    assertThat(withVector).isZero();
    assertThat(builds()).containsExactly("2");
    harbourFixture.closeIndex();
    assertSameAnswers();
    assertThat(builds()).containsExactly("3");
  }

  @Test
  void aChangeOfTheSchemaRebuildsTheIndex() throws IOException {
    harbourFixture.closeIndex();
    try (var luceneStore = new LuceneStore(current(), "rules of last year")) {
      luceneStore.refresh(luceneStore.sequence() + 1);
      luceneStore.commit();
    }

    assertSameAnswers();
    assertThat(builds()).containsExactly("2");
  }

  @Test
  void anIndexAheadOfTheArchiveIsRebuilt() throws IOException {
    harbourFixture.closeIndex();
    try (var luceneStore =
        new LuceneStore(
            current(),
            CommitMetadata.schema(harbourFixture.archive.identity(), HarbourFixture.MODEL.id()))) {
      luceneStore.refresh(harbourFixture.archive.sequence() + 1);
      luceneStore.commit();
    }

    assertSameAnswers();
    assertThat(builds()).containsExactly("2");
  }

  @Test
  void anIndexOfAnotherArchiveIsRebuilt() throws IOException {
    harbourFixture.closeIndex();
    var own = CommitMetadata.schema(harbourFixture.archive.identity(), HarbourFixture.MODEL.id());
    var other = CommitMetadata.schema("another archive", HarbourFixture.MODEL.id());

    assertThat(IndexValidator.fault(current(), own, harbourFixture.archive.sequence())).isEmpty();
    assertThat(IndexValidator.fault(current(), other, harbourFixture.archive.sequence()))
        .hasValueSatisfying(fault -> {
          assertThat(fault.reason()).contains("for another archive");
          assertThat(fault.damaged()).isFalse();
        });
  }

  @Test
  void anIndexThatLostPassagesIsRebuilt() throws IOException {
    harbourFixture.closeIndex();
    try (var luceneStore =
        new LuceneStore(
            current(),
            CommitMetadata.schema(harbourFixture.archive.identity(), HarbourFixture.MODEL.id()))) {
      luceneStore.replace("lock", List.of());
      luceneStore.refresh(luceneStore.sequence());
    }
    assertSameAnswers();
    assertThat(builds()).containsExactly("1");

    harbourFixture.closeIndex();
    LostPassage.in(current());
    assertSameAnswers();
    assertThat(builds()).containsExactly("2");
  }

  @Test
  void anOpenIndexThatIsDeletedIsRebuiltAutomatically() throws IOException {
    IOUtils.rm(harbourFixture.indexFolder());
    assertThat(harbourFixture.words(QUESTION)).isEqualTo(words);

    // As the follower does at intervals.
    harbourFixture.index().catchUp();

    assertThat(harbourFixture.index().isFollowing()).isTrue();
    assertThat(builds()).hasSize(1);
    assertSameAnswers();
    harbourFixture.closeIndex();
    assertSameAnswers();
  }

  @Test
  void anArticlePutAfterADeletionOfTheIndexIsFoundImmediately() throws IOException {
    IOUtils.rm(harbourFixture.indexFolder());

    harbourFixture.put(HarbourFixture.article("new", null, null, null, "Ferries run hourly."));

    assertThat(harbourFixture.articlesByWords("hourly")).containsExactly("new");
  }

  @Test
  void anUnwritableIndexAnswersAndCatchesUpLater() throws IOException {
    IOUtils.rm(harbourFixture.indexFolder());
    Files.writeString(harbourFixture.indexFolder(), "in the way");
    harbourFixture.archive.put(
        List.of(HarbourFixture.article("new", null, null, null, "Ferries run hourly.")));

    assertThatThrownBy(() -> harbourFixture.index().catchUp())
        .isInstanceOf(IndexException.class)
        .hasMessageContaining(harbourFixture.indexFolder().toString());
    assertThat(harbourFixture.index().isFollowing()).isFalse();
    assertThat(harbourFixture.words(QUESTION)).isEqualTo(words);

    Files.delete(harbourFixture.indexFolder());
    harbourFixture.index().catchUp();
    assertThat(harbourFixture.index().isFollowing()).isTrue();
    assertThat(harbourFixture.articlesByWords("hourly")).containsExactly("new");
  }

  @Test
  void truncatingAFileInUseRebuildsTheIndex() throws IOException {
    var data = indexFiles().stream().filter(name -> name.endsWith(".cfs")).toList();
    cutInHalf(current().resolve(data.getLast()));

    harbourFixture.index().catchUp();

    assertThat(builds()).containsExactly("2");
    assertSameAnswers();
  }

  @Test
  void theOldIndexAnswersDuringARebuild() throws Exception {
    var questions = new AtomicInteger();
    var built = new AtomicBoolean();
    try (var asking = Executors.newFixedThreadPool(2)) {
      var asked =
          asking.submit(() -> {
            while (!built.get()) {
              assertThat(harbourFixture.articlesByWords(QUESTION))
                  .containsExactlyInAnyOrder("lock", "tomatoes", "undated");
              questions.incrementAndGet();
            }
            return true;
          });
      var changed =
          asking.submit(() -> {
            for (int i = 0; !built.get(); i++) {
              harbourFixture.put(
                  HarbourFixture.article("more/" + i % 50, null, null, null, "Tulips " + i));
            }
            return true;
          });
      for (int i = 0; i < 5; i++) {
        harbourFixture.index().rebuild();
      }
      built.set(true);
      assertThat(asked.get(1, TimeUnit.MINUTES)).isTrue();
      assertThat(changed.get(1, TimeUnit.MINUTES)).isTrue();
    }

    assertThat(questions).hasPositiveValue();
    assertThat(builds()).containsExactly("6");
    long generation = harbourFixture.index().search(IndexSnapshot::generation);
    assertThat(generation).isEqualTo(harbourFixture.archive.sequence());
    int vectorsThere = harbourFixture.index().search(IndexSnapshot::vectors);
    assertThat(vectorsThere).isEqualTo(3);
    harbourFixture.closeIndex();
    assertThat(harbourFixture.articlesByWords("tulips")).isNotEmpty();
    assertThat(builds()).as("nothing was wrong with it").containsExactly("6");
  }

  @Test
  void closingDuringARebuildKeepsTheOldIndex() throws Exception {
    IntStream.range(0, 500)
        .forEach(i ->
            harbourFixture.archive.put(
                List.of(HarbourFixture.article("more/" + i, null, null, null, "Tulips " + i))));
    harbourFixture.index().catchUp();
    var index = harbourFixture.index();
    try (var building = Executors.newSingleThreadExecutor()) {
      var rebuilt = building.submit(index::rebuild);
      harbourFixture.closeIndex();
      assertThat(rebuilt)
          .satisfiesAnyOf(
              done -> assertThat(done).succeedsWithin(1, TimeUnit.MINUTES),
              given -> assertThat(given).failsWithin(1, TimeUnit.MINUTES));
    }

    assertThat(harbourFixture.articlesByWords("lock")).contains("lock");
    assertThat(builds()).hasSize(1);
  }

  private void assertSameAnswers() {
    assertThat(harbourFixture.words(QUESTION)).isEqualTo(words);
    assertThat(harbourFixture.vectors(QUESTION)).isEqualTo(vectors);
  }

  private Path current() throws IOException {
    return harbourFixture
        .indexFolder()
        .resolve(Files.readString(harbourFixture.indexFolder().resolve("current")));
  }

  private List<String> builds() throws IOException {
    try (var entries = Files.list(harbourFixture.indexFolder())) {
      return entries.filter(Files::isDirectory).map(p -> p.getFileName().toString()).toList();
    }
  }

  private List<String> indexFiles() throws IOException {
    try (var entries = Files.list(current())) {
      return entries
          .map(file -> file.getFileName().toString())
          .filter(name -> !name.equals("write.lock"))
          .sorted()
          .toList();
    }
  }

  private static void cutInHalf(Path file) throws IOException {
    try (var channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
      channel.truncate(channel.size() / 2);
    }
  }

  private static void flip(Path file) throws IOException {
    var bytes = Files.readAllBytes(file);
    bytes[bytes.length / 2] ^= 1;
    Files.write(file, bytes);
  }
}
