package org.dossier.search.lucene;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.dossier.archive.Article;
import org.dossier.search.Filters;
import org.dossier.search.HarbourFixture;
import org.dossier.search.IndexSnapshot;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Withdrawn words are in no byte of any file of the data folder.
class PurgeTest {
  private static final Article SECRET =
      HarbourFixture.article(
          "secret",
          "Zanzobar papers",
          "Quillfeather",
          null,
          "The Zanzobar papers name Murgatroyd. Quillfeather printed all of them.");

  private static final List<String> WORDS = List.of("zanzobar", "murgatroyd", "quillfeather");

  @TempDir private Path folder;
  private HarbourFixture harbourFixture;

  @BeforeEach
  void fill() throws Exception {
    harbourFixture = new HarbourFixture(folder);
    // Passages that are not withdrawn keep each segment from being deleted as a whole.
    harbourFixture.put(HarbourFixture.LOCK, SECRET, HarbourFixture.TOMATOES);
    harbourFixture.embed();
    harbourFixture.index().commit();
    harbourFixture.put(HarbourFixture.UNDATED);
  }

  @AfterEach
  void close() {
    harbourFixture.close();
  }

  @Test
  void noFileHasWithdrawnTextAfterAPurge() throws IOException {
    assertThat(filesWith(WORDS)).isNotEmpty();
    harbourFixture.delete("secret");
    assertThat(filesWith(WORDS)).isNotEmpty();

    purge();

    assertThat(filesWith(WORDS)).isEmpty();
    assertThat(harbourFixture.articlesByWords("ferries")).contains("lock", "undated");
    assertThat(harbourFixture.vectors("ferries")).isNotEmpty();
    harbourFixture.close();
    assertThat(filesWith(WORDS)).isEmpty();
  }

  @Test
  void earlierVersionsOfAWithdrawnArticleAreRemoved() throws IOException {
    harbourFixture.put(HarbourFixture.article("secret", null, null, null, "Nothing was printed."));
    harbourFixture.index().commit();
    purge();
    assertThat(filesWith(WORDS)).as("the archive has the earlier version").isNotEmpty();

    harbourFixture.delete("secret");
    purge();

    assertThat(filesWith(WORDS)).isEmpty();
  }

  @Test
  void anArticlePutAgainHasNoTextFromBeforeItsWithdrawal() throws IOException {
    harbourFixture.archive.delete("secret");
    harbourFixture.put(HarbourFixture.article("secret", null, null, null, "Nothing was printed."));

    purge();

    assertThat(filesWith(WORDS)).isEmpty();
    assertThat(harbourFixture.articlesByWords("printed")).containsExactly("secret");
  }

  @Test
  void closingRemovesWithdrawnText() throws IOException {
    harbourFixture.delete("secret");
    harbourFixture.close();

    assertThat(filesWith(WORDS)).isEmpty();
  }

  @Test
  void textReadByASearchIsRemovedAfterTheSearch() throws IOException {
    harbourFixture
        .index()
        .search(indexSnapshot -> {
          harbourFixture.delete("secret");
          harbourFixture.index().purge();
          return indexSnapshot.searchLexical("Zanzobar", Filters.NONE, 1);
        });

    purge();

    assertThat(filesWith(WORDS)).isEmpty();
  }

  @Test
  void segmentsWithoutWithdrawnTextAreNotRewritten() throws IOException {
    harbourFixture.put(
        HarbourFixture.article("undated", null, null, null, "The ferries are on time."));
    purge();
    var before = indexFiles();

    harbourFixture.index().purge();

    assertThat(indexFiles()).isEqualTo(before);
  }

  @Test
  void articlesCanChangeDuringAPurge() throws Exception {
    var done = new AtomicBoolean();
    try (var threads = Executors.newSingleThreadExecutor()) {
      var changing =
          threads.submit(() -> {
            for (int i = 0; i < 60; i++) {
              harbourFixture.put(
                  HarbourFixture.article("a/" + i, "Murgatroyd", null, null, "Zanzobar " + i));
              harbourFixture.put(
                  HarbourFixture.article("b/" + i, "Tulips", null, null, "Tulips " + i));
              harbourFixture.delete("a/" + i);
            }
            done.set(true);
            return true;
          });
      while (!done.get()) {
        harbourFixture.index().purge();
      }
      assertThat(changing.get(1, TimeUnit.MINUTES)).isTrue();
    }
    harbourFixture.delete("secret");

    purge();

    assertThat(filesWith(WORDS)).isEmpty();
    int passages = harbourFixture.index().search(IndexSnapshot::passages);
    assertThat(passages).isEqualTo(3 + 60);
  }

  @Test
  void longTextsAreRemovedCompletely() throws IOException {
    var random = new Random(5);
    for (int i = 0; i < 200; i++) {
      int sentences = i % 20 == 0 ? 3_000 : 1 + random.nextInt(80);
      var word = i % 2 == 0 ? "Zanzobar murgatroyd" : "Tulip harvest";
      var text = "%s number %d came. ".formatted(word, i).repeat(sentences);
      harbourFixture.archive.put(
          List.of(HarbourFixture.article("a/" + i, word, "Paper", null, text)));
    }
    harbourFixture.index().catchUp();
    var ids = IntStream.range(0, 100).mapToObj(i -> "a/" + 2 * i).collect(Collectors.toList());
    Collections.shuffle(ids, random);
    ids.forEach(harbourFixture.archive::delete);
    harbourFixture.delete("secret");

    purge();

    assertThat(filesWith(WORDS)).isEmpty();
    assertThat(harbourFixture.database.integrityProblems()).isEmpty();
  }

  @Test
  void aReadInProgressKeepsTheLogUntilItEnds() throws IOException {
    boolean truncated =
        harbourFixture.database.read(handle -> {
          harbourFixture.archive.sequence();
          handle.createQuery("SELECT count(*) FROM article").mapTo(Integer.class).one();
          harbourFixture.delete("secret");
          return harbourFixture.database.truncateLog();
        });

    assertThat(truncated).isFalse();
    purge();
    assertThat(filesWith(WORDS)).isEmpty();
  }

  private void purge() {
    harbourFixture.index().purge();
    assertThat(harbourFixture.database.truncateLog()).isTrue();
  }

  private List<String> indexFiles() throws IOException {
    try (var files = Files.walk(harbourFixture.indexFolder())) {
      return files.map(Path::toString).sorted().toList();
    }
  }

  /// The files whose bytes contain any of `words`, in any case.
  private List<String> filesWith(List<String> words) throws IOException {
    try (Stream<Path> files = Files.walk(folder)) {
      return files
          .filter(Files::isRegularFile)
          .filter(file -> words.stream().anyMatch(text(file)::contains))
          .map(Path::toString)
          .toList();
    }
  }

  private static String text(Path file) {
    try {
      return new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1)
          .toLowerCase(Locale.ROOT);
    } catch (IOException e) {
      // A file that is deleted while it is read has no text.
      return "";
    }
  }
}
