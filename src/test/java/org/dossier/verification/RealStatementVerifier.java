package org.dossier.verification;

import io.smallrye.config.SmallRyeConfigBuilder;
import java.time.LocalDate;
import java.util.List;
import org.dossier.inference.EmbeddingModel;
import org.jspecify.annotations.Nullable;

/// The verifier with the default settings and the bundled model.
public final class RealStatementVerifier {
  /// Shared by all tests, because the model takes a while to load.
  private static final StatementVerifier VERIFIER =
      new StatementVerifier(new EmbeddingModel(2), settings());

  private RealStatementVerifier() {}

  public static StatementVerifier verifier() {
    return VERIFIER;
  }

  static VerificationConfig settings() {
    return new SmallRyeConfigBuilder()
        .withMapping(VerificationConfig.class)
        .build()
        .getConfigMapping(VerificationConfig.class);
  }

  static Verdict verify(String statement, String source) {
    return verify(statement, source, "", null);
  }

  static Verdict verify(
      String statement, String source, String context, @Nullable LocalDate published) {
    return VERIFIER.verify(statement, List.of(new Source(source, context, published)));
  }
}
