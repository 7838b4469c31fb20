package org.dossier.evaluation.verification;

import static org.assertj.core.api.Assertions.assertThat;

import io.smallrye.config.SmallRyeConfigBuilder;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Comparator;
import java.util.List;
import java.util.TreeSet;
import org.dossier.archive.Archive;
import org.dossier.database.Database;
import org.dossier.evaluation.verification.VerificationEvaluation.Sampling;
import org.dossier.evaluation.verification.VerificationReport.Figures;
import org.dossier.evaluation.verification.VerificationReport.TradeOff;
import org.dossier.inference.EmbeddingModel;
import org.dossier.ingestion.Ingestion;
import org.dossier.ingestion.IngestionProgress;
import org.dossier.verification.StatementVerifier;
import org.dossier.verification.VerificationConfig;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The verifier on statements made from the articles in `corpus/`.
class VerificationEvaluationTest {
  private static final Sampling SAMPLING = new Sampling(12, 1);
  private static EmbeddingModel model;
  private static Database database;
  private static Archive archive;
  private static VerificationEvaluation evaluation;
  private static VerificationReport report;

  @BeforeAll
  static void measure(@TempDir Path folder) {
    model = new EmbeddingModel(2);
    database = Database.open(folder.resolve("archive.db"));
    archive = new Archive(database, Clock.systemUTC());
    new Ingestion(archive, Clock.systemUTC())
        .run(List.of(Path.of("corpus")), IngestionProgress.NONE);
    var config =
        new SmallRyeConfigBuilder()
            .withMapping(VerificationConfig.class)
            .build()
            .getConfigMapping(VerificationConfig.class);
    evaluation = new VerificationEvaluation(new StatementVerifier(model, config));
    report = evaluation.ofArchive(archive, SAMPLING, _ -> {});
  }

  @AfterAll
  static void close() {
    database.close();
    model.close();
  }

  @Test
  void nearlyEveryKindOfStatementIsGenerated() {
    assertThat(report.figures()).hasSizeGreaterThan(18);
    assertThat(report.figures()).extracting(Figures::kind).contains("another number", "verbatim");
  }

  @Test
  void falseStatementsDifferFromTheirSentence() {
    assertThat(report.statements())
        .filteredOn(trial -> !trial.truth())
        .noneMatch(trial -> trial.text().equals(trial.original()));
  }

  @Test
  void changedFactsAreRejected() {
    assertThat(report.figures())
        .filteredOn(figures ->
            figures.kind().startsWith("another n")
                || figures.kind().equals("another date")
                || figures.kind().equals("a changed quotation"))
        .allMatch(figures -> figures.wrong() == 0);
  }

  @Test
  void metricsMeetTheirThresholds() {
    assertThat(report.all(false).share()).as(report.failures().toString()).isLessThan(0.06);
    assertThat(report.all(true).share()).as(report.failures().toString()).isLessThan(0.05);
    assertThat(report.areaUnderRoc().orElseThrow()).isGreaterThan(0.9);
  }

  @Test
  void theSameSeedGivesTheSameReport() {
    assertThat(evaluation.ofArchive(archive, new Sampling(1, 5), _ -> {}))
        .isEqualTo(evaluation.ofArchive(archive, new Sampling(1, 5), _ -> {}));
  }

  @Test
  void theReportShowsEachKindAndTheErrors() {
    var table = VerificationReportText.table(report, 3);

    assertThat(table)
        .contains("5 articles", "another number", "all false statements", "all true statements");
    assertThat(VerificationReportText.json(List.of(report)))
        .contains("\"areaUnderRoc\"", "\"kinds\"");
  }

  @Test
  void aGreaterMinimumSupportAcceptsFewerStatements() {
    var tradeOffs = report.tradeOffs();

    assertThat(tradeOffs).hasSizeGreaterThan(5);
    assertThat(tradeOffs)
        .isSortedAccordingTo(Comparator.comparingDouble(TradeOff::falseAccepted).reversed())
        .isSortedAccordingTo(Comparator.comparingDouble(TradeOff::trueRejected));
    assertThat(tradeOffs)
        .filteredOn(tradeOff -> tradeOff.minSupport() == 0.5)
        .allMatch(tradeOff ->
            Math.abs(tradeOff.falseAccepted() - report.all(false).share()) < 1e-9
                && Math.abs(tradeOff.trueRejected() - report.all(true).share()) < 1e-9);
    assertThat(VerificationReportText.table(report, 0))
        .contains("dossier.verification.min-support", "0.50");
  }

  @Test
  void claimsAreVerifiedAgainstMarkedSentencesAndTheText() {
    var sentences = List.of("On bridges", "The Lune bridge opened in 1999.", "It has four arches.");
    var set =
        new LabelledClaimSet(
            "bridges",
            List.of(
                claim("The Lune bridge opened in 1999.", sentences, 1, true),
                claim("The Lune bridge has five arches.", sentences, 2, false)));

    var reports = evaluation.ofClaims(set, _ -> {});

    assertThat(reports).hasSize(2);
    assertThat(reports).allSatisfy(each -> assertThat(each.areaUnderRoc()).hasValue(1.0));
  }

  private static LabelledClaim claim(
      String text, List<String> sentences, int place, boolean supported) {
    return new LabelledClaim(
        text, sentences, new TreeSet<>(List.of(place)), supported, "arches", "", null);
  }
}
