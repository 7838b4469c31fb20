package org.dossier.checking;

import io.smallrye.config.SmallRyeConfigBuilder;
import java.time.LocalDate;
import java.util.List;
import org.dossier.model.EmbeddingModel;
import org.jspecify.annotations.Nullable;

/// The checker with the settings and the model that it comes with.
public final class RealChecker {
  /// One for all tests: the model takes a while to load.
  private static final Checker CHECKER = new Checker(new EmbeddingModel(2), settings());

  private RealChecker() {}

  public static Checker checker() {
    return CHECKER;
  }

  static CheckingConfig settings() {
    return new SmallRyeConfigBuilder()
        .withMapping(CheckingConfig.class)
        .build()
        .getConfigMapping(CheckingConfig.class);
  }

  static Verdict check(String statement, String source) {
    return check(statement, source, "", null);
  }

  static Verdict check(
      String statement, String source, String context, @Nullable LocalDate published) {
    return CHECKER.check(statement, List.of(new Source(source, context, published)));
  }
}
