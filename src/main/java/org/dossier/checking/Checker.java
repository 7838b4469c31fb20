package org.dossier.checking;

import jakarta.inject.Singleton;
import java.util.List;
import java.util.Optional;
import org.dossier.checking.Verdict.Reason;
import org.dossier.checking.Verdict.Supported;
import org.dossier.checking.Verdict.Unsupported;
import org.dossier.model.EmbeddingModel;

/// Says whether a statement stands on the sentences it cites: no rule may be broken, and the
/// meaning must be near. The same statement and the same sources give the same verdict. Safe for
/// any number of threads.
@Singleton
public final class Checker {
  /// In the order in which a breach is named.
  private static final List<Rule> RULES =
      List.of(
          new QuotationRule(),
          new NumberRule(),
          new DateRule(),
          new NameRule(),
          new RoleRule(),
          new PolarityRule());

  /// What is refused by a rule ranks behind what comes as near and is not.
  private static final double OF_THE_REFUSED = 0.5;

  private final Vectors vectors;
  private final CheckingConfig config;

  public Checker(EmbeddingModel model, CheckingConfig config) {
    this.vectors = new Vectors(model);
    this.config = config;
  }

  /// Checks `statement` against what it cites, taken together.
  ///
  /// @param statement one sentence or a few, without citation markers
  public Verdict check(String statement, List<Source> sources) {
    var unread = unread(statement, sources);
    if (unread.isPresent()) {
      return new Unsupported(unread.get().reason(), unread.get().detail(), 0);
    }
    var claim = Reading.of(statement);
    var evidence = Evidence.of(sources);
    double support = nearness(claim, evidence).support(config.weights());
    if (Verbatim.says(claim, evidence)) {
      return new Supported(Math.max(support, config.threshold()));
    }
    var breach = breach(claim, evidence);
    if (breach.isPresent()) {
      return new Unsupported(
          breach.get().reason(), breach.get().detail(), support * OF_THE_REFUSED);
    }
    return support >= config.threshold()
        ? new Supported(support)
        : new Unsupported(Reason.MEANING, "the sources do not say this", support);
  }

  /// What decides over a statement that breaks no rule; empty for one that does. For learning the
  /// weights.
  public Optional<Nearness> nearness(String statement, List<Source> sources) {
    var claim = Reading.of(statement);
    var evidence = Evidence.of(sources);
    return breach(claim, evidence).isPresent()
        ? Optional.empty()
        : Optional.of(nearness(claim, evidence));
  }

  private static Optional<Breach> breach(Reading claim, Evidence evidence) {
    return RULES.stream().flatMap(rule -> rule.broken(claim, evidence).stream()).findFirst();
  }

  private Optional<Breach> unread(String statement, List<Source> sources) {
    if (statement.isBlank()) {
      return Optional.of(new Breach(Reason.LENGTH, "it has no words"));
    }
    if (statement.length() > config.statementLimit()) {
      return Optional.of(
          new Breach(
              Reason.LENGTH,
              "%d characters, more than %d"
                  .formatted(statement.length(), config.statementLimit())));
    }
    if (sources.isEmpty()) {
      return Optional.of(new Breach(Reason.SOURCE, "it cites nothing"));
    }
    return Disguise.in(statement).or(() -> Disguise.addressOf(statement, sources));
  }

  private Nearness nearness(Reading claim, Evidence evidence) {
    var meaning =
        new Meaning(claim, vectors.ofStatement(claim), vectors.ofTexts(claim, evidence.texts()));
    return new Nearness(meaning.weakest(), meaning.covered(), meaning.longestGap());
  }
}
