package org.dossier.checking;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/// How strictly statements are checked.
@ConfigMapping(prefix = "dossier.checking")
public interface CheckingConfig {
  /// Below this support, 0 to 1, a statement that breaks no rule is refused for its meaning.
  @WithDefault("0.5")
  double threshold();

  /// A statement with more characters than this is refused unread.
  @WithDefault("2000")
  int statementLimit();

  /// What each feature of a statement counts in the log-odds that it is supported.
  Weighing weights();

  /// See [Features].
  interface Weighing {
    @WithDefault("-8.0")
    double bias();

    @WithDefault("2.0")
    double nearness();

    @WithDefault("3.0")
    double words();

    @WithDefault("3.0")
    double weakest();

    @WithDefault("3.0")
    double covered();

    @WithDefault("0.5")
    double pairs();

    @WithDefault("-2.0")
    double longestGap();

    @WithDefault("0.5")
    double names();

    @WithDefault("0.5")
    double numbers();

    @WithDefault("0.5")
    double dates();

    @WithDefault("0.5")
    double polarity();

    @WithDefault("0.5")
    double roles();
  }
}
