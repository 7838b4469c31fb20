package org.dossier.cli.startup;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.nio.file.Path;
import java.time.Duration;

/// Where everything lies. The launcher sets `dossier.home`; without it, that is the folder the
/// program is started in.
@ConfigMapping(prefix = "dossier")
public interface DossierConfig {
  /// The folder of the program, the one that `corpus/` lies in. The launcher sets it.
  @WithDefault(".")
  Path home();

  /// The folder that holds everything a run writes: database (unless that is a server's), index,
  /// lock. `--data` sets it.
  @WithDefault("${dossier.home:.}/data")
  Path data();

  /// How long a command waits for a data folder that another one is using. `ask`, `chat` and
  /// `search` set it for themselves, since they take moments; a server or a long run of `index` is
  /// no use waiting for.
  @WithDefault("0s")
  Duration patience();

  /// Whether this process serves; the command `serve` sets it.
  @WithDefault("false")
  boolean serving();

  /// Whether an error shows where in the program it happened; `--verbose` sets it.
  @WithDefault("false")
  boolean trace();

  /// The articles that an empty archive is filled with.
  @WithDefault("${dossier.home:.}/corpus")
  Path corpus();
}
