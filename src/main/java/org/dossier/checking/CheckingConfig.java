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
    @WithDefault("-34.827")
    double bias();

    @WithDefault("3.518")
    double weakest();

    @WithDefault("2.229")
    double covered();

    @WithDefault("-2.274")
    double longestGap();

    @WithDefault("8.845")
    double names();

    @WithDefault("8.105")
    double numbers();

    @WithDefault("4.014")
    double dates();

    @WithDefault("5.125")
    double polarity();

    @WithDefault("5.179")
    double roles();
  }
}
