package org.dossier.index;

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
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Whatever happens to the files of an index, the next start answers as before.
final class IndexRebuildTest {
  private static final String QUESTION = "Are the ferries to the islands late?";

  @TempDir private Path folder;
  private Harbour harbour;
  private List<Hit> words;
  private List<Hit> vectors;

  @BeforeEach
  void fill() throws Exception {
    harbour = new Harbour(folder);
    harbour.put(Harbour.LOCK, Harbour.TOMATOES, Harbour.UNDATED);
    harbour.embed();
    words = harbour.words(QUESTION);
    vectors = harbour.vectors(QUESTION);
    assertThat(words).hasSizeGreaterThan(1);
    assertThat(vectors).hasSizeGreaterThan(1);
  }

  @AfterEach
  void close() {
    harbour.close();
  }

  @Test
  void aSoundIndexIsOpenedAsItIs() throws IOException {
    harbour.closeIndex();

    assertSameAnswers();
    assertThat(builds()).containsExactly("1");
  }

  @Test
  void aReopenedIndexTakesUpWhatHappenedMeanwhile() throws IOException {
    harbour.closeIndex();
    harbour.archive.delete("undated");
    harbour.archive.put(List.of(Harbour.article("new", null, null, null, "Ferries run hourly.")));

    assertThat(harbour.articlesByWords("ferries")).containsExactlyInAnyOrder("lock", "new");
    assertThat(builds()).containsExactly("1");
  }

  @Test
  void aDamagedFileIsFoundWhicheverItIs() throws IOException {
    int damaged = 0;
    while (damaged < indexFiles().size()) {
      harbour.closeIndex();
      cutInHalf(current().resolve(indexFiles().get(damaged)));
      assertSameAnswers();
      damaged++;
      assertThat(builds()).containsExactly(Integer.toString(damaged + 1));
    }
    assertThat(damaged).isGreaterThan(2);
  }

  @Test
  void aSingleFlippedBitIsFound() throws IOException {
    harbour.closeIndex();
    var data = indexFiles().stream().filter(name -> name.endsWith(".cfs")).findFirst();
    flip(current().resolve(data.orElseThrow()));

    assertSameAnswers();
    assertThat(builds()).containsExactly("2");
  }

  @Test
  void aDeletedIndexIsBuiltAnew() throws IOException {
    harbour.closeIndex();
    IOUtils.rm(current());
    assertSameAnswers();

    harbour.closeIndex();
    IOUtils.rm(harbour.indexFolder());
    assertSameAnswers();

    harbour.closeIndex();
    Files.delete(harbour.indexFolder().resolve("current"));
    assertSameAnswers();
    assertThat(builds()).hasSize(1);
  }

  @Test
  void aPointerToNowhereIsNotFollowed() throws IOException {
    harbour.closeIndex();
    for (var pointer : List.of("", "17", "../index/1", "no index", "999999999999999999999")) {
      Files.writeString(harbour.indexFolder().resolve("current"), pointer);
      assertSameAnswers();
      harbour.closeIndex();
    }
  }

  @Test
  void aPointerOfGarbageIsNotFollowed() throws IOException {
    harbour.closeIndex();
    var garbage = new byte[50];
    for (int i = 0; i < garbage.length; i++) {
      garbage[i] = (byte) (0x80 + 5 * i);
    }
    Files.write(harbour.indexFolder().resolve("current"), garbage);

    assertSameAnswers();
    assertThat(builds()).hasSize(1);
  }

  @Test
  void aKilledRebuildIsForgotten() throws IOException {
    harbour.closeIndex();
    var partial = harbour.indexFolder().resolve("2");
    Files.createDirectory(partial);
    Files.copy(current().resolve(indexFiles().getFirst()), partial.resolve("_0.cfs"));

    assertSameAnswers();
    assertThat(builds()).containsExactly("1");

    harbour.closeIndex();
    Files.createDirectory(partial);
    Files.delete(harbour.indexFolder().resolve("current"));
    assertSameAnswers();
    assertThat(builds()).containsExactly("3");
  }

  @Test
  void anotherModelMeansAnotherIndex() throws IOException {
    harbour.closeIndex();

    var other = harbour.open("another-model");

    assertThat(harbour.words(QUESTION)).isEqualTo(words);
    int withVector = other.search(Snapshot::vectors);
    assertThat(withVector).isZero();
    assertThat(builds()).containsExactly("2");
    harbour.closeIndex();
    assertSameAnswers();
    assertThat(builds()).containsExactly("3");
  }

  @Test
  void otherRulesMeanAnotherIndex() throws IOException {
    harbour.closeIndex();
    try (var store = new Store(current(), "rules of last year")) {
      store.show(store.sequence() + 1);
      store.commit();
    }

    assertSameAnswers();
    assertThat(builds()).containsExactly("2");
  }

  @Test
  void anIndexAheadOfTheArchiveIsOfAnotherOne() throws IOException {
    harbour.closeIndex();
    try (var store =
        new Store(current(), Stamp.schema(harbour.archive.identity(), Harbour.MODEL.id()))) {
      store.show(harbour.archive.sequence() + 1);
      store.commit();
    }

    assertSameAnswers();
    assertThat(builds()).containsExactly("2");
  }

  @Test
  void anIndexOfAnotherArchiveIsNotTrusted() throws IOException {
    harbour.closeIndex();
    var own = Stamp.schema(harbour.archive.identity(), Harbour.MODEL.id());
    var other = Stamp.schema("another archive", Harbour.MODEL.id());

    assertThat(Inspection.fault(current(), own, harbour.archive.sequence())).isEmpty();
    assertThat(Inspection.fault(current(), other, harbour.archive.sequence()))
        .hasValueSatisfying(fault -> {
          assertThat(fault.what()).contains("of another archive");
          assertThat(fault.damaged()).isFalse();
        });
  }

  @Test
  void anIndexThatLostPassagesIsBuiltAnew() throws IOException {
    harbour.closeIndex();
    try (var store =
        new Store(current(), Stamp.schema(harbour.archive.identity(), Harbour.MODEL.id()))) {
      store.replace("lock", List.of());
      store.show(store.sequence());
    }
    assertSameAnswers();
    assertThat(builds()).containsExactly("1");

    harbour.closeIndex();
    LostPassage.in(current());
    assertSameAnswers();
    assertThat(builds()).containsExactly("2");
  }

  @Test
  void anIndexThatVanishesWhileOpenIsBuiltAnewByItself() throws IOException {
    IOUtils.rm(harbour.indexFolder());
    assertThat(harbour.words(QUESTION)).isEqualTo(words);

    // As the follower does every second.
    harbour.index().catchUp();

    assertThat(harbour.index().isFollowing()).isTrue();
    assertThat(builds()).hasSize(1);
    assertSameAnswers();
    harbour.closeIndex();
    assertSameAnswers();
  }

  @Test
  void anArticleThatIsPutWhileTheIndexVanishesIsFoundAtOnce() throws IOException {
    IOUtils.rm(harbour.indexFolder());

    harbour.put(Harbour.article("new", null, null, null, "Ferries run hourly."));

    assertThat(harbour.articlesByWords("hourly")).containsExactly("new");
  }

  @Test
  void anIndexThatCannotBeWrittenAnswersOnAndFollowsAsSoonAsItCan() throws IOException {
    IOUtils.rm(harbour.indexFolder());
    Files.writeString(harbour.indexFolder(), "in the way");
    harbour.archive.put(List.of(Harbour.article("new", null, null, null, "Ferries run hourly.")));

    assertThatThrownBy(() -> harbour.index().catchUp())
        .isInstanceOf(IndexException.class)
        .hasMessageContaining(harbour.indexFolder().toString());
    assertThat(harbour.index().isFollowing()).isFalse();
    assertThat(harbour.words(QUESTION)).isEqualTo(words);

    Files.delete(harbour.indexFolder());
    harbour.index().catchUp();
    assertThat(harbour.index().isFollowing()).isTrue();
    assertThat(harbour.articlesByWords("hourly")).containsExactly("new");
  }

  @Test
  void aFileThatIsCutShortWhileInUseIsFoundAndTheIndexBuiltAnew() throws IOException {
    var data = indexFiles().stream().filter(name -> name.endsWith(".cfs")).toList();
    cutInHalf(current().resolve(data.getLast()));

    harbour.index().catchUp();

    assertThat(builds()).containsExactly("2");
    assertSameAnswers();
  }

  @Test
  void anIndexIsBuiltAnewBesideTheOneThatAnswers() throws Exception {
    var questions = new AtomicInteger();
    var built = new AtomicBoolean();
    try (var asking = Executors.newFixedThreadPool(2)) {
      var asked =
          asking.submit(() -> {
            while (!built.get()) {
              assertThat(harbour.articlesByWords(QUESTION))
                  .containsExactlyInAnyOrder("lock", "tomatoes", "undated");
              questions.incrementAndGet();
            }
            return true;
          });
      var changed =
          asking.submit(() -> {
            for (int i = 0; !built.get(); i++) {
              harbour.put(Harbour.article("more/" + i % 50, null, null, null, "Tulips " + i));
            }
            return true;
          });
      for (int i = 0; i < 5; i++) {
        harbour.index().rebuild();
      }
      built.set(true);
      assertThat(asked.get(1, TimeUnit.MINUTES)).isTrue();
      assertThat(changed.get(1, TimeUnit.MINUTES)).isTrue();
    }

    assertThat(questions).hasPositiveValue();
    assertThat(builds()).containsExactly("6");
    long generation = harbour.index().search(Snapshot::generation);
    assertThat(generation).isEqualTo(harbour.archive.sequence());
    int vectorsThere = harbour.index().search(Snapshot::vectors);
    assertThat(vectorsThere).isEqualTo(3);
    harbour.closeIndex();
    assertThat(harbour.articlesByWords("tulips")).isNotEmpty();
    assertThat(builds()).as("nothing was wrong with it").containsExactly("6");
  }

  @Test
  void anIndexThatIsClosedWhileItIsBuiltAnewIsAsItWas() throws Exception {
    IntStream.range(0, 500)
        .forEach(i ->
            harbour.archive.put(
                List.of(Harbour.article("more/" + i, null, null, null, "Tulips " + i))));
    harbour.index().catchUp();
    var index = harbour.index();
    try (var building = Executors.newSingleThreadExecutor()) {
      var rebuilt = building.submit(index::rebuild);
      harbour.closeIndex();
      assertThat(rebuilt)
          .satisfiesAnyOf(
              done -> assertThat(done).succeedsWithin(1, TimeUnit.MINUTES),
              given -> assertThat(given).failsWithin(1, TimeUnit.MINUTES));
    }

    assertThat(harbour.articlesByWords("lock")).contains("lock");
    assertThat(builds()).hasSize(1);
  }

  private void assertSameAnswers() {
    assertThat(harbour.words(QUESTION)).isEqualTo(words);
    assertThat(harbour.vectors(QUESTION)).isEqualTo(vectors);
  }

  private Path current() throws IOException {
    return harbour
        .indexFolder()
        .resolve(Files.readString(harbour.indexFolder().resolve("current")));
  }

  private List<String> builds() throws IOException {
    try (var entries = Files.list(harbour.indexFolder())) {
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
