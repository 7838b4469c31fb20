package org.dossier.cli.startup;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.nio.file.Path;
import java.time.Duration;

/// Files and folders. The launcher sets `dossier.home`; its default is the working directory.
@ConfigMapping(prefix = "dossier")
public interface DossierConfig {
  /// The folder of the program, which contains `corpus/`. The launcher sets it.
  @WithDefault(".")
  Path home();

  /// The folder that holds everything a run writes: database (unless that is a server's), index,
  /// lock. `--data` sets it.
  @WithDefault("${dossier.home:.}/data")
  Path data();

  /// How long a command waits for the lock of a data folder that another process uses. `ask`,
  /// `chat` and `search` set it themselves, because they are short; waiting for a server or a long
  /// run of `index` is of no use.
  @WithDefault("0s")
  Duration dataLockTimeout();

  /// Whether this process is a server; the command `serve` sets it.
  @WithDefault("false")
  boolean serving();

  /// Whether a server computes missing vectors; false if `./dossier embed` does, on other machines.
  @WithDefault("true")
  boolean embedWhileServing();

  /// Whether an error shows its stack trace; `--verbose` sets it.
  @WithDefault("false")
  boolean verbose();

  /// Whether an empty archive is filled with the articles of `dossier.corpus`; `--demo` sets it. A
  /// new default data folder is filled without it.
  @WithDefault("false")
  boolean demo();

  /// The sample articles.
  @WithDefault("${dossier.home:.}/corpus")
  Path corpus();
}
