package org.dossier.index;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
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
        .hasValueSatisfying(fault -> assertThat(fault).contains("of another archive"));
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
  void anIndexThatVanishesWhileOpenIsBuiltAnewAtTheNextChange() throws IOException {
    IOUtils.rm(current());
    var changed = Harbour.article("new", null, null, null, "Ferries run hourly.");
    harbour.archive.put(List.of(changed));

    // The first writer to notice fails; the next one builds.
    assertThatThrownBy(() -> harbour.index().catchUp()).isInstanceOf(IndexException.class);
    harbour.index().catchUp();

    assertThat(harbour.articlesByWords("hourly")).containsExactly("new");
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
