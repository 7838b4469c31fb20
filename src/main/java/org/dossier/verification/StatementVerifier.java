package org.dossier.verification;

import jakarta.inject.Singleton;
import java.util.List;
import java.util.Optional;
import org.dossier.inference.EmbeddingModel;
import org.dossier.verification.Verdict.Reason;
import org.dossier.verification.Verdict.Supported;
import org.dossier.verification.Verdict.Unsupported;
import org.dossier.verification.analysis.AnalyzedText;
import org.dossier.verification.analysis.RetoldWords;

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
          new CauseRule(),
          new PolarityRule(),
          new JoinedSources(),
          new QuantifierRule(),
          new TitleRule(),
          new ModalityRule(),
          new AttributionRule());

  /// The factor on the support of a statement that violates a rule. It ranks such a statement below
  /// an equally similar one that violates none.
  private static final double REJECTED_FACTOR = 0.5;

  private final WordEmbeddingCache wordEmbeddingCache;
  private final VerificationConfig config;

  public StatementVerifier(EmbeddingModel model, VerificationConfig config) {
    this.wordEmbeddingCache = new WordEmbeddingCache(model);
    this.config = config;
  }

  /// Verifies `statement` against its sources, taken together.
  ///
  /// @param statement one sentence or a few, without citation markers
  public Verdict verify(String statement, List<Source> sources) {
    var unread = precheck(statement, sources);
    if (unread.isPresent()) {
      return new Unsupported(unread.get().reason(), unread.get().detail(), 0);
    }
    var analyzed = AnalyzedText.of(statement);
    var analyzedSources = AnalyzedSources.of(sources);
    var retoldWords = retoldWords(analyzed, analyzedSources);
    var similarity = similarity(analyzed, analyzedSources, retoldWords);
    double support = features(similarity).support(config.weights());
    if (Verbatim.matches(analyzed, analyzedSources)) {
      return new Supported(Math.max(support, config.minSupport()));
    }
    var violation = firstViolation(analyzed, analyzedSources);
    if (violation.isPresent()) {
      return new Unsupported(
          violation.get().reason(), violation.get().detail(), support * REJECTED_FACTOR);
    }
    var added = AddedWord.find(analyzed, retoldWords, similarity);
    double decisive = Math.min(support, added.map(AddedWord::support).orElse(1.0));
    if (decisive >= config.minSupport()) {
      return new Supported(decisive);
    }
    return support < config.minSupport() || added.isEmpty()
        ? new Unsupported(Reason.MEANING, "the sources do not say this", decisive)
        : new Unsupported(
            Reason.ADDITION, "no source says “%s”".formatted(added.get().text()), decisive);
  }

  /// The features that decide about a statement that violates no rule; empty if it violates one.
  /// Serves to learn the weights.
  public Optional<SimilarityFeatures> features(String statement, List<Source> sources) {
    var analyzed = AnalyzedText.of(statement);
    var analyzedSources = AnalyzedSources.of(sources);
    return firstViolation(analyzed, analyzedSources).isPresent()
        ? Optional.empty()
        : Optional.of(
            features(
                similarity(analyzed, analyzedSources, retoldWords(analyzed, analyzedSources))));
  }

  private static RetoldWords retoldWords(AnalyzedText analyzed, AnalyzedSources sources) {
    return new RetoldWords(analyzed, sources.texts(), sources.contexts());
  }

  private static Optional<Violation> firstViolation(
      AnalyzedText analyzed, AnalyzedSources analyzedSources) {
    return RULES.stream()
        .flatMap(rule -> rule.findViolation(analyzed, analyzedSources).stream())
        .findFirst();
  }

  private Optional<Violation> precheck(String statement, List<Source> sources) {
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
        .or(() -> UnsafeTextCheck.findUnknownAddress(statement, sources))
        .or(() -> DisguiseCheck.findViolation(statement, sources));
  }

  private SemanticSimilarity similarity(
      AnalyzedText analyzed, AnalyzedSources analyzedSources, RetoldWords retoldWords) {
    return new SemanticSimilarity(
        analyzed,
        retoldWords,
        wordEmbeddingCache.embedStatement(analyzed),
        wordEmbeddingCache.embedTexts(analyzed, analyzedSources.texts()));
  }

  private static SimilarityFeatures features(SemanticSimilarity similarity) {
    return new SimilarityFeatures(
        similarity.worstQuartile(), similarity.coverage(), similarity.longestUnmatchedRun());
  }
}
