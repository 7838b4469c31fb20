package org.dossier.ingestion;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.dossier.ingestion.document.DocumentLimits;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(value = 1, unit = TimeUnit.MINUTES)
class IngestionTest {
  private static final Clock NOON =
      Clock.fixed(Instant.parse("2026-01-01T12:00:00Z"), ZoneOffset.UTC);

  @TempDir Path temp;
  private Path folder;
  private final FileFixture fileFixture = new FileFixture();

  @BeforeEach
  void makeFolder() throws IOException {
    folder = Files.createDirectory(temp.resolve("in"));
  }

  @Test
  void idsAreRelativePaths() throws IOException {
    write("a.txt", "Words of a.");
    write("2019/05/b.b.md", "Words of b.");
    write("2019/c.HTML", "<p>" + "Words of c, and more of them. ".repeat(5));
    var ingestionReport = run(folder);

    assertThat(fileFixture.articles.keySet()).containsExactly("2019/05/b.b", "2019/c", "a");
    assertThat(ingestionReport)
        .isEqualTo(new IngestionReport(3, 0, 0, SkippedFiles.NONE, 0, List.of(), false));

    run(folder.resolve("2019/05/b.b.md"));
    assertThat(fileFixture.articles).containsKey("b.b");
  }

  @Test
  void aRepeatedRunChangesNothing() throws IOException {
    write("a.txt", "Words of a.");
    write("b.txt", "Words of b.");
    run(folder);
    write("b.txt", "Other words of b.");
    write("c.txt", "Words of c.");

    assertThat(run(folder))
        .isEqualTo(new IngestionReport(1, 1, 1, SkippedFiles.NONE, 0, List.of(), false));
  }

  @Test
  void hiddenAndUnknownFilesAreSkipped() throws IOException {
    write("a.txt", "Words.");
    write(".git/b.txt", "Words.");
    write(".DS_Store", "x");
    write("picture.png", "x");
    write("table.csv", "x");

    assertThat(run(folder))
        .isEqualTo(
            new IngestionReport(
                1, 0, 0, new SkippedFiles(Map.of(".png", 1L, ".csv", 1L)), 0, List.of(), false));
    assertThat(
            rejections(
                run(folder.resolve("picture.png"), folder.resolve(".git"), temp.resolve("no"))))
        .satisfiesExactly(
            png ->
                assertThat(png)
                    .startsWith("in/picture.png: is of an unknown kind; known are .md .markdown"),
            id -> assertThat(id).isEqualTo("no: does not exist"));
    assertThat(fileFixture.articles).containsOnlyKeys("a", "b");
  }

  @Test
  void duplicateIdsAreRejected() throws IOException {
    write("1.jsonl", JsonLinesReaderTest.line("x") + "\n" + JsonLinesReaderTest.line("y") + "\n");
    write("2.jsonl", JsonLinesReaderTest.line("z") + "\n" + JsonLinesReaderTest.line("y") + "\n");
    write("x.txt", "Other words.");
    var ingestionReport = run(folder);

    assertThat(ingestionReport.added()).isEqualTo(3);
    assertThat(rejections(ingestionReport))
        .containsExactly(
            "in/2.jsonl:2: id: “y” already occurs in in/1.jsonl:2",
            "in/x.txt: id: “x” already occurs in in/1.jsonl:1");
    assertThat(fileFixture.articles)
        .hasEntrySatisfying("x", x -> assertThat(x.text()).isEqualTo("Words of it."));
  }

  @Test
  void aFaultyFileDoesNotAffectTheOthers() throws IOException {
    write("a.txt", "Words of a.");
    write("b.txt", "");
    Files.write(folder.resolve("c.txt"), new byte[] {'c', 'a', 'f', (byte) 0xe9});
    write("d.jsonl", JsonLinesReaderTest.line("d1") + "\n{\n" + JsonLinesReaderTest.line("d3"));
    sparse("e.txt", 200_000_000);
    sparse("f.html", 200_000_000);
    sparse("g.jsonl", 200_000_000);
    Files.createSymbolicLink(folder.resolve("h"), folder);
    Files.createSymbolicLink(folder.resolve("i.txt"), Path.of("nowhere"));
    Files.createSymbolicLink(folder.resolve("j.txt"), Path.of("j.txt"));
    write("z.txt", "Words of z.");
    var ingestionReport = run(folder);

    assertThat(fileFixture.articles).containsOnlyKeys("a", "d1", "d3", "z");
    assertThat(rejections(ingestionReport))
        .satisfiesExactly(
            b -> assertThat(b).isEqualTo("in/b.txt: is empty"),
            c -> assertThat(c).startsWith("in/c.txt:1: is not UTF-8: byte 3 is 0xe9"),
            d -> assertThat(d).startsWith("in/d.jsonl:2: is not JSON: "),
            e ->
                assertThat(e)
                    .isEqualTo("in/e.txt: has 200,000,000 bytes; the maximum is 20,000,000"),
            f ->
                assertThat(f)
                    .isEqualTo("in/f.html: has 200,000,000 bytes; the maximum is 20,000,000"),
            g -> assertThat(g).isEqualTo("in/g.jsonl:1: is longer than 8,000,000 bytes"),
            h -> assertThat(h).startsWith("in/h: links to a folder that was already read: "),
            i -> assertThat(i).isEqualTo("in/i.txt: is a broken link"),
            j -> assertThat(j).startsWith("in/j.txt: cannot be read: "));
  }

  @Test
  void linkedFoldersAreVisitedOnce() throws IOException {
    for (int i = 0; i < 30; i++) {
      Files.createDirectory(folder.resolve("d" + i));
      write("d" + i + "/a.txt", "Words.");
    }
    for (int i = 0; i < 29; i++) {
      var next = Path.of("../d" + (i + 1));
      Files.createSymbolicLink(folder.resolve("d" + i + "/left"), next);
      Files.createSymbolicLink(folder.resolve("d" + i + "/right"), next);
    }

    assertThat(run(folder).added()).isEqualTo(30);
  }

  @Test
  void aPipeIsRejectedWithoutWaiting() throws Exception {
    var made = new ProcessBuilder("mkfifo", folder.resolve("p.txt").toString()).start();
    assumeTrue(made.waitFor() == 0);
    write("q.txt", "Words.");

    assertThat(rejections(run(folder))).containsExactly("in/p.txt: is neither a file nor a folder");
    assertThat(fileFixture.articles).containsOnlyKeys("q");
  }

  @Test
  void anUnreadableFileIsRejected() throws IOException {
    write("a.txt", "Words.");
    Files.setPosixFilePermissions(folder.resolve("a.txt"), Set.of());
    assumeTrue(!Files.isReadable(folder.resolve("a.txt")), "the superuser reads everything");

    assertThat(rejections(run(folder)))
        .containsExactly("in/a.txt: cannot be read: permission denied");
  }

  @Test
  void anArticleRejectedByTheArchiveDoesNotAffectItsBatch() throws IOException {
    write("1.jsonl", lines(100));
    var picky =
        new FileFixture(article -> {
          if (article.id().equals("17")) {
            throw new IllegalStateException("not this one");
          }
        });
    var ingestionReport = intake(picky).run(List.of(folder), IngestionProgress.NONE);

    assertThat(ingestionReport.added()).isEqualTo(99);
    assertThat(rejections(ingestionReport))
        .containsExactly("in/1.jsonl:17: the archive rejects it: not this one");
  }

  @Test
  void aFailingArchiveEndsTheRun() throws IOException {
    write("1.jsonl", lines(100));
    var full =
        new FileFixture(article -> {
          throw new IllegalStateException("disk full");
        });

    assertThatThrownBy(() -> intake(full).run(List.of(folder), IngestionProgress.NONE))
        .hasMessage("disk full");
  }

  @Test
  void articlesAreStoredInBatches() throws IOException {
    write("1.jsonl", lines(200));
    run(folder);

    assertThat(fileFixture.batches).containsExactly(64, 64, 64, 8);
  }

  @Test
  void aBatchIsStoredAfterItsMaximumWait() throws IOException {
    write("1.jsonl", lines(10));
    var seconds = new AtomicInteger();
    var clock =
        new Clock() {
          @Override
          public Instant instant() {
            return NOON.instant().plusSeconds(seconds.getAndIncrement());
          }

          @Override
          public ZoneId getZone() {
            return ZoneOffset.UTC;
          }

          @Override
          public Clock withZone(ZoneId zone) {
            return this;
          }
        };
    var limits = new IngestionLimits(1_000, 1_000, 64, Duration.ofSeconds(1), 10);
    new Ingestion(fileFixture, limits, DocumentLimits.DEFAULT, clock)
        .run(List.of(folder), IngestionProgress.NONE);

    assertThat(fileFixture.batches).hasSize(10);
  }

  @Test
  void aCancelledRunIsContinuedByTheNext() throws IOException {
    write("1.jsonl", lines(300));
    var asked = new AtomicInteger();
    var first =
        intake(fileFixture)
            .run(List.of(folder), IngestionProgress.NONE, () -> asked.incrementAndGet() > 150);
    int kept = fileFixture.articles.size();
    var second = run(folder);

    assertThat(first.interrupted()).isTrue();
    assertThat(kept).isBetween(100, 200);
    assertThat(first.added()).isEqualTo(kept);
    assertThat(second)
        .isEqualTo(
            new IngestionReport(300 - kept, 0, kept, SkippedFiles.NONE, 0, List.of(), false));
  }

  @Test
  void interruptingStopsTheRunWithoutARejection() throws IOException {
    write("1.jsonl", lines(300));
    write("2.txt", "Words.");
    var stopper =
        new IngestionProgress() {
          @Override
          public void onAdvance(State state) {
            if (state.articles() == 128) {
              Thread.currentThread().interrupt();
            }
          }
        };
    var ingestionReport = intake(fileFixture).run(List.of(folder), stopper);

    assertThat(Thread.interrupted()).as("the thread stays interrupted").isTrue();
    assertThat(ingestionReport)
        .isEqualTo(new IngestionReport(128, 0, 0, SkippedFiles.NONE, 0, List.of(), true));
  }

  @Test
  void aReportListsTheFirstRejectionsAndCountsTheRest() throws IOException {
    write("1.jsonl", "{\n".repeat(1_500));
    var ingestionReport = run(folder);

    assertThat(ingestionReport.rejected()).isEqualTo(1_500);
    assertThat(ingestionReport.rejections()).hasSize(1_000);
    assertThat(ingestionReport.lines()).hasSize(1_002).last().isEqualTo("… and 500 more rejected");
  }

  @Test
  void progressCountsCompressedBytes() throws IOException {
    Files.write(folder.resolve("1.jsonl.gz"), JsonLinesReaderTest.zipped(mixedLines(20_000)));
    write("2.txt", "Words.");
    long size = Files.size(folder.resolve("1.jsonl.gz")) + 6;
    var states = new ArrayList<IngestionProgress.State>();
    var found = new ArrayList<Long>();
    intake(fileFixture)
        .run(
            List.of(folder),
            new IngestionProgress() {
              @Override
              public void onStart(long files, long bytes) {
                found.add(files);
                found.add(bytes);
              }

              @Override
              public void onAdvance(State state) {
                states.add(state);
              }
            });

    assertThat(found).containsExactly(2L, size);
    assertThat(states).extracting(IngestionProgress.State::bytes).isSorted();
    assertThat(states.get(10_000).bytes()).isBetween(1L, size - 100);
    assertThat(states.getLast()).isEqualTo(new IngestionProgress.State(2, size, 20_001, 0));
  }

  private IngestionReport run(Path... paths) {
    return intake(fileFixture).run(List.of(paths), IngestionProgress.NONE);
  }

  private static Ingestion intake(FileFixture fileFixture) {
    return new Ingestion(fileFixture, IngestionLimits.DEFAULT, DocumentLimits.DEFAULT, NOON);
  }

  private List<String> rejections(IngestionReport ingestionReport) {
    return ingestionReport.rejections().stream()
        .map(rejection -> rejection.toString().replace(temp + "/", ""))
        .toList();
  }

  private void write(String name, String content) throws IOException {
    var file = folder.resolve(name);
    Files.createDirectories(file.getParent());
    Files.write(file, content.getBytes(UTF_8));
  }

  /// A sparse file of `length` zero bytes that needs no disk space.
  private void sparse(String name, long length) throws IOException {
    try (var file = new RandomAccessFile(folder.resolve(name).toFile(), "rw")) {
      file.setLength(length);
    }
  }

  /// Lines that compress badly.
  private static String mixedLines(int count) {
    var lines = new StringBuilder();
    for (int i = 1; i <= count; i++) {
      var id = Long.toHexString(i * 0x9e3779b97f4a7c15L);
      lines.append(JsonLinesReaderTest.line(id)).append('\n');
    }
    return lines.toString();
  }

  private static String lines(int count) {
    var lines = new StringBuilder();
    for (int i = 1; i <= count; i++) {
      lines.append(JsonLinesReaderTest.line(Integer.toString(i))).append('\n');
    }
    return lines.toString();
  }
}
