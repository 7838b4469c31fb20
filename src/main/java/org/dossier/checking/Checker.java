package org.dossier.checking;

import jakarta.inject.Singleton;
import java.util.List;
import org.dossier.model.EmbeddingModel;

/// Says whether a statement stands on the sentences it cites. The same statement and the same
/// sources give the same verdict. Safe for any number of threads.
@Singleton
public final class Checker {
  private final EmbeddingModel model;
  private final CheckingConfig config;

  public Checker(EmbeddingModel model, CheckingConfig config) {
    this.model = model;
    this.config = config;
  }

  /// Checks `statement` against what it cites, taken together.
  ///
  /// @param statement one sentence or a few, without citation markers
  public Verdict check(String statement, List<Source> sources) {
    if (sources.isEmpty()) {
      return new Verdict.Unsupported(Verdict.Reason.SOURCE, "it cites nothing", 0);
    }
    var vector = model.ofPassage(statement);
    double nearest = 0;
    for (var source : sources) {
      nearest = Math.max(nearest, product(vector, model.ofPassage(source.text())));
    }
    double support = Math.clamp(nearest, 0, 1);
    return support >= config.threshold()
        ? new Verdict.Supported(support)
        : new Verdict.Unsupported(Verdict.Reason.MEANING, "it says something else", support);
  }

  private static double product(float[] a, float[] b) {
    double product = 0;
    for (int i = 0; i < a.length; i++) {
      product += a[i] * b[i];
    }
    return product;
  }
}
