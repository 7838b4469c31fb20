package org.dossier.evaluation.verification;

import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import org.dossier.archive.Archive;
import org.dossier.archive.Article;
import org.dossier.verification.SimilarityFeatures;
import org.dossier.verification.StatementVerifier;

/// An evaluation of the verifier on statements made from an archive by changing its sentences, and
/// on claims written and labelled by people. The same archive, set, sampling and settings give the
/// same report.
@Singleton
public final class VerificationEvaluation {
  private static final int PAGE = 500;

  private final StatementVerifier statementVerifier;

  public VerificationEvaluation(StatementVerifier statementVerifier) {
    this.statementVerifier = statementVerifier;
  }

  /// The sampling of statements.
  ///
  /// @param statements maximum number of each kind; an archive may have fewer suitable sentences
  /// @param seed equal seeds give equal statements
  public record Sampling(int statements, long seed) {
    public Sampling {
      if (statements < 1) {
        throw new IllegalArgumentException("at least one statement of each kind: " + statements);
      }
    }
  }

  /// A listener for the progress, called on the thread that verifies.
  public interface Progress {
    void onChecked(int statements);
  }

  /// Makes statements from `archive` and verifies each against its cited sources.
  public VerificationReport ofArchive(Archive archive, Sampling sampling, Progress progress) {
    var articles = articles(archive);
    var trials = new ArrayList<CheckedStatement>();
    for (var made : generate(articles, sampling)) {
      var verdict = statementVerifier.verify(made.text(), made.sources());
      var kind = made.kind();
      trials.add(
          new CheckedStatement(kind.label(), kind.truth(), made.text(), made.original(), verdict));
      progress.onChecked(trials.size());
    }
    var measured =
        String.format(
            Locale.ROOT,
            "%,d articles, up to %,d statements of each kind, seed %d",
            articles.size(),
            sampling.statements(),
            sampling.seed());
    return new VerificationReport(measured, trials);
  }

  private static List<Article> articles(Archive archive) {
    var articles = new ArrayList<Article>();
    String last = null;
    while (true) {
      var page = archive.list(last, PAGE);
      if (page.isEmpty()) {
        return articles;
      }
      page.forEach(version -> articles.add(version.article()));
      last = articles.getLast().id();
    }
  }

  private static List<SyntheticStatement> generate(List<Article> articles, Sampling sampling) {
    var random = new Random(sampling.seed());
    var pool = new SentencePool(articles, random);
    var statementPerturber = new StatementPerturber(pool, random);
    var made = new ArrayList<SyntheticStatement>();
    for (var kind : StatementKind.values()) {
      pool.sentences().stream()
          .flatMap(sentence -> statementPerturber.perturb(kind, sentence).stream())
          .limit(sampling.statements())
          .forEach(made::add);
    }
    return made;
  }

  /// Verifies each claim of `set`, once against the sentences that annotators marked and once
  /// against the whole text.
  ///
  /// @return one report for each
  public List<VerificationReport> ofClaims(LabelledClaimSet set, Progress progress) {
    var reports = new ArrayList<VerificationReport>();
    for (var sources : ClaimSources.values()) {
      var trials = new ArrayList<CheckedStatement>();
      for (var labelledClaim : set.claims()) {
        var verdict = statementVerifier.verify(labelledClaim.text(), sources.load(labelledClaim));
        trials.add(
            new CheckedStatement(
                labelledClaim.kind(),
                labelledClaim.supported(),
                labelledClaim.text(),
                labelledClaim.text(),
                verdict));
        progress.onChecked(trials.size());
      }
      trials.sort(Comparator.comparing(CheckedStatement::truth));
      reports.add(
          new VerificationReport(
              "%s, %d claims against %s".formatted(set.name(), trials.size(), sources.label()),
              trials));
    }
    return reports;
  }

  /// Learns the weights of semantic similarity from the synthetic statements and the claims of the
  /// training half, without those that violate a rule.
  ///
  /// @return the bias, then a weight for each of [SimilarityFeatures#NAMES]
  public List<Double> learn(Archive archive, Sampling sampling, LabelledClaimSet claims) {
    var fit = new LogisticFit(SimilarityFeatures.NAMES.size());
    for (var made : generate(articles(archive), sampling)) {
      statementVerifier
          .features(made.text(), made.sources())
          .ifPresent(
              similarityFeatures -> fit.add(similarityFeatures.values(), made.kind().truth()));
    }
    for (var labelledClaim : claims.trainingPart().claims()) {
      for (var sources : ClaimSources.values()) {
        statementVerifier
            .features(labelledClaim.text(), sources.load(labelledClaim))
            .ifPresent(similarityFeatures ->
                fit.add(similarityFeatures.values(), labelledClaim.supported()));
      }
    }
    return fit.weights();
  }
}
