package org.dossier.chat;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/// How much may be said, and for how long it is kept.
@ConfigMapping(prefix = "dossier.chat")
public interface ChatConfig {
  /// How many characters (code points) a message may have.
  @WithDefault("2000")
  int messageLimit();

  /// How many turns a conversation may have.
  @WithDefault("200")
  int turnsLimit();

  /// How long a conversation is kept after its last turn.
  @WithDefault("P30D")
  Duration keep();
}
