package org.dossier.maintenance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.dossier.archive.Archive;
import org.dossier.database.ArchiveException;
import org.dossier.database.Database;
import org.dossier.search.IndexFault;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Every kind of damage is found, with its place and a remedy.
class ArchiveVerifierTest {
  private static final int PAGE = 4_096;

  private final byte[] noise = new byte[PAGE];
  @TempDir private Path folder;
  private TownFixture townFixture;

  @BeforeEach
  void fill() {
    townFixture = TownFixture.filled(folder.resolve("data"));
  }

  @AfterEach
  void close() {
    townFixture.close();
  }

  @Test
  void anIntactArchiveHasNoFindings() {
    var integrityReport = townFixture.verified();

    assertThat(integrityReport.sound()).isTrue();
    assertThat(integrityReport.checks())
        .extracting(IntegrityCheck::checked)
        .containsExactly(1L, 3L, 3L, 2L, 2L, 2L, 2L, 2L);
  }

  @Test
  void changedTextIsFound() {
    sql(
        "UPDATE article_version SET text = 'The bridge never opened.' WHERE article_id = 'bridge' AND number = 1");

    var finding = finding();
    assertThat(finding.location()).isEqualTo("bridge");
    assertThat(finding.message()).contains("differs from what was ingested");
    assertThat(finding.fix()).contains("restore an earlier backup");
  }

  @Test
  void anInvalidRowIsFound() {
    sql(
        "UPDATE article_version SET authors = 'no JSON' WHERE article_id = 'bridge' AND number = 1");
    assertThat(finding().message()).contains("cannot be read: authors are not valid JSON");
  }

  @Test
  void textOfAWithdrawnArticleIsFound() {
    sql(
        "UPDATE article_version SET article_id = 'rumour' WHERE article_id = 'bridge' AND number = 1");
    assertThat(finding().message()).isEqualTo("is withdrawn, but its text still exists");
  }

  @Test
  void aMissingVersionIsFound() {
    // The index is opened first, because it would see this as a deletion.
    townFixture.index();
    sql("DELETE FROM article_version WHERE article_id = 'bridge' AND number = 2");
    assertThat(townFixture.verified().checks().get(2).findings())
        .extracting(Finding::location, Finding::message)
        .containsExactly(tuple("bridge", "its current version is missing"));
  }

  @Test
  void aTooLargeSequenceIsFound() {
    sql("UPDATE archive SET sequence = sequence - 1");
    assertThat(townFixture.database.read(ContentChecks::run).get(1).findings())
        .extracting(Finding::message)
        .containsExactly("its last change is newer than the archive's");
  }

  @Test
  void invalidVectorsAreFound() {
    sql(
        "UPDATE embedding SET vector = CAST(x'0000C07F' || substr(vector, 5) AS BLOB) WHERE hash = (SELECT min(hash) FROM embedding)");
    assertThat(finding().message()).contains("has the length NaN");
    sql(
        "UPDATE embedding SET vector = substr(vector, 1, 7) WHERE hash = (SELECT max(hash) FROM embedding)");
    assertThat(found("vectors")).isEqualTo(2);
  }

  @Test
  void aMissingVectorIsFound() {
    sql("DELETE FROM embedding WHERE hash = (SELECT min(hash) FROM embedding)");
    assertThat(finding().message()).isEqualTo("1 of its vectors are missing");
  }

  @Test
  void anArticleMissingFromTheIndexIsFound() {
    townFixture.index();
    sql(
        "INSERT INTO article SELECT 'ghost', current_version, version_count, published, first_ingested_at, embedding_model, 0, NULL FROM article WHERE id = 'market'");
    sql(
        "INSERT INTO article_version SELECT 'ghost', version, number, ingested_at, title, publisher, authors, url, language, published, published_inferred, updated, text, published_time, omissions FROM article_version WHERE article_id = 'market'");

    assertThat(finding().message()).isEqualTo("the index has 0 of its 1 passages");
    assertThat(finding().fix()).contains("./dossier reindex");
  }

  @Test
  void aWithdrawnArticleInTheIndexIsFound() {
    townFixture.index();
    sql("DELETE FROM article_version WHERE article_id = 'market'");
    sql("UPDATE article SET current_version = NULL, embedding_model = '' WHERE id = 'market'");

    assertThat(finding().location()).isEqualTo("market");
    assertThat(finding().message()).isEqualTo("was withdrawn, but is still in the index");
  }

  @Test
  void anOutdatedVersionInTheIndexIsFound() {
    townFixture.index();
    sql(
        "UPDATE article SET current_version = (SELECT version FROM article_version WHERE article_id = 'bridge' AND number = 1) WHERE id = 'bridge'");

    assertThat(finding().message()).startsWith("the index has another version of it");
  }

  @Test
  void aDanglingReferenceIsFoundFirst() {
    Jdbi.create("jdbc:sqlite:" + townFixture.folder.database())
        .useHandle(
            handle -> handle.execute("INSERT INTO article_embedding VALUES ('nobody', 'nothing')"));

    var integrityReport = townFixture.verified();
    assertThat(integrityReport.checks()).hasSize(1);
    assertThat(finding().message())
        .contains("of article_embedding refers to a row of article that does not exist");
  }

  @Test
  void anUnopenableIndexIsReportedWithoutOpeningIt() {
    var integrityReport = verifiedWith(new IndexFault("a file is cut short", true));

    assertThat(integrityReport.sound()).isFalse();
    assertThat(integrityReport.checks().getLast().findings())
        .extracting(Finding::message)
        .containsExactly("a file is cut short");
  }

  @Test
  void anIndexStillToBeBuiltIsNoDamage() {
    var integrityReport = verifiedWith(new IndexFault("there is none", false));

    assertThat(integrityReport.sound()).isTrue();
    assertThat(integrityReport.checks().getLast().name()).isEqualTo("index, still to be built");
  }

  private IntegrityReport verifiedWith(IndexFault fault) {
    return new ArchiveVerifier(townFixture.database, townFixture.archive)
        .verify(
            () -> Optional.of(fault),
            () -> {
              throw new AssertionError("opened");
            });
  }

  @Test
  void everyDamagedPageIsAFindingWithARemedy() throws IOException {
    for (int i = 0; i < 40; i++) {
      townFixture.put("many/" + i, "Number %d came. ".formatted(i).repeat(50));
    }
    townFixture.close();
    var file = townFixture.folder.database();
    var sound = Files.readAllBytes(file);
    assertThat(sound.length / PAGE).isGreaterThan(30);

    for (int page = 0; page < sound.length / PAGE; page++) {
      var damaged = sound.clone();
      new Random(page).nextBytes(noise);
      System.arraycopy(noise, 0, damaged, page * PAGE, PAGE);
      Files.write(file, damaged);

      assertThat(verifiedFile(file).checks())
          .as("page " + page)
          .flatExtracting(IntegrityCheck::findings)
          .isNotEmpty()
          .allSatisfy(finding -> assertThat(finding.fix()).isNotBlank());
    }
    Files.write(file, sound);
    townFixture = TownFixture.opened(folder.resolve("data"));
  }

  /// Verifies in the same way as the command.
  private static IntegrityReport verifiedFile(Path file) {
    try (var database = Database.open(file)) {
      var stale = new IndexFault("there is none", false);
      return new ArchiveVerifier(database, new Archive(database, TownFixture.CLOCK))
          .verify(
              () -> Optional.of(stale),
              () -> {
                throw new AssertionError("opened");
              });
    } catch (ArchiveException e) {
      return ArchiveVerifier.reportUnopened(e).orElseThrow(() -> e);
    }
  }

  @Test
  void findingsAreCountedAndTheFirstListed() {
    for (int i = 0; i < 30; i++) {
      townFixture.put("many/" + i, "Number " + i + " came.");
    }
    sql("UPDATE article_version SET text = text || '!' WHERE article_id LIKE 'many/%'");

    var integrityCheck = townFixture.database.read(ContentChecks::run).getFirst();
    assertThat(integrityCheck.problems()).isEqualTo(30);
    assertThat(integrityCheck.findings()).hasSize(20);
  }

  private void sql(String statement) {
    townFixture.database.write(handle -> handle.execute(statement));
  }

  private Finding finding() {
    var findings = findings();
    assertThat(findings).hasSize(1);
    return findings.getFirst();
  }

  private List<Finding> findings() {
    return townFixture.verified().checks().stream()
        .flatMap(integrityCheck -> integrityCheck.findings().stream())
        .toList();
  }

  private long found(String name) {
    return townFixture.verified().checks().stream()
        .filter(integrityCheck -> integrityCheck.name().equals(name))
        .mapToLong(IntegrityCheck::problems)
        .sum();
  }
}
