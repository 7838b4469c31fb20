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
}
