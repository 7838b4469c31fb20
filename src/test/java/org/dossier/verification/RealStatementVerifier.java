package org.dossier.verification;

import io.smallrye.config.SmallRyeConfigBuilder;
import java.time.LocalDate;
import java.util.List;
import org.dossier.inference.EmbeddingModel;
import org.jspecify.annotations.Nullable;

/// The verifier with the default settings and the bundled model.
public final class RealStatementVerifier {
  /// Shared by all tests, because the model takes a while to load.
  private static final StatementVerifier CHECKER =
      new StatementVerifier(new EmbeddingModel(2), settings());

  private RealStatementVerifier() {}

  public static StatementVerifier checker() {
    return CHECKER;
  }

  static VerificationConfig settings() {
    return new SmallRyeConfigBuilder()
        .withMapping(VerificationConfig.class)
        .build()
        .getConfigMapping(VerificationConfig.class);
  }

  static Verdict check(String statement, String source) {
    return check(statement, source, "", null);
  }

  static Verdict check(
      String statement, String source, String context, @Nullable LocalDate published) {
    return CHECKER.check(statement, List.of(new Source(source, context, published)));
  }
}
