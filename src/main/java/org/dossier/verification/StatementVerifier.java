package org.dossier.verification;

import jakarta.inject.Singleton;
import java.util.List;
import java.util.Optional;
import org.dossier.inference.EmbeddingModel;
import org.dossier.verification.Verdict.Reason;
import org.dossier.verification.Verdict.Supported;
import org.dossier.verification.Verdict.Unsupported;

/// Verifies a statement against the sentences it cites: it may violate no rule, and its meaning
/// must be similar enough. The same statement and the same sources give the same verdict.
/// Thread-safe.
@Singleton
public final class StatementVerifier {
  /// In the order in which a violation is reported.
  static final List<Rule> RULES =
      List.of(
          new QuotationRule(),
          new NumberRule(),
          new DateRule(),
          new NameRule(),
          new RoleRule(),
          new PolarityRule());

  /// The factor on the support of a statement that violates a rule. It ranks such a statement below
  /// an equally similar one that violates none.
  private static final double OF_THE_REFUSED = 0.5;

  private final WordEmbeddingCache wordEmbeddingCache;
  private final VerificationConfig config;

  public StatementVerifier(EmbeddingModel model, VerificationConfig config) {
    this.wordEmbeddingCache = new WordEmbeddingCache(model);
    this.config = config;
  }

  /// Verifies `statement` against its sources, taken together.
  ///
  /// @param statement one sentence or a few, without citation markers
  public Verdict check(String statement, List<Source> sources) {
    var unread = unread(statement, sources);
    if (unread.isPresent()) {
      return new Unsupported(unread.get().reason(), unread.get().detail(), 0);
    }
    var claim = AnalyzedText.of(statement);
    var analyzedSources = AnalyzedSources.of(sources);
    double support = nearness(claim, analyzedSources).support(config.weights());
    if (Verbatim.says(claim, analyzedSources)) {
      return new Supported(Math.max(support, config.minSupport()));
    }
    var violation = breach(claim, analyzedSources);
    if (violation.isPresent()) {
      return new Unsupported(
          violation.get().reason(), violation.get().detail(), support * OF_THE_REFUSED);
    }
    return support >= config.minSupport()
        ? new Supported(support)
        : new Unsupported(Reason.MEANING, "the sources do not say this", support);
  }

  /// The features that decide about a statement that violates no rule; empty if it violates one.
  /// Serves to learn the weights.
  public Optional<SimilarityFeatures> nearness(String statement, List<Source> sources) {
    var claim = AnalyzedText.of(statement);
    var analyzedSources = AnalyzedSources.of(sources);
    return breach(claim, analyzedSources).isPresent()
        ? Optional.empty()
        : Optional.of(nearness(claim, analyzedSources));
  }

  private static Optional<Violation> breach(AnalyzedText claim, AnalyzedSources analyzedSources) {
    return RULES.stream().flatMap(rule -> rule.broken(claim, analyzedSources).stream()).findFirst();
  }

  private Optional<Violation> unread(String statement, List<Source> sources) {
    if (statement.isBlank()) {
      return Optional.of(new Violation(Reason.LENGTH, "it has no words"));
    }
    if (statement.length() > config.maxStatementLength()) {
      return Optional.of(
          new Violation(
              Reason.LENGTH,
              "%d characters, more than %d"
                  .formatted(statement.length(), config.maxStatementLength())));
    }
    if (sources.isEmpty()) {
      return Optional.of(new Violation(Reason.SOURCE, "it cites nothing"));
    }
    return UnsafeTextCheck.findViolation(statement)
        .or(() -> UnsafeTextCheck.addressOf(statement, sources));
  }

  private SimilarityFeatures nearness(AnalyzedText claim, AnalyzedSources analyzedSources) {
    var semanticSimilarity =
        new SemanticSimilarity(
            claim,
            wordEmbeddingCache.ofStatement(claim),
            wordEmbeddingCache.ofTexts(claim, analyzedSources.texts()));
    return new SimilarityFeatures(
        semanticSimilarity.weakest(),
        semanticSimilarity.covered(),
        semanticSimilarity.longestGap());
  }
}
