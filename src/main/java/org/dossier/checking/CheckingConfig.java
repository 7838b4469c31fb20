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

  /// What each figure of a statement's nearness counts in the log-odds that it is supported.
  Weighing weights();

  /// See [Nearness].
  interface Weighing {
    @WithDefault("-3.62")
    double bias();

    @WithDefault("4.58")
    double weakest();

    @WithDefault("3.11")
    double covered();

    @WithDefault("-3.40")
    double longestGap();
  }
}
