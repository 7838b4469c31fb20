package org.dossier.cli.command;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/// The options of every command that may use a data folder.
final class CommonOptions {
  @Option(
      names = "--data",
      paramLabel = "DIR",
      description = "The folder for everything that the program writes (default: data/).")
  @Nullable Path data;

  @Option(names = "--verbose", description = "Log more, and show the stack trace of an error.")
  boolean verbose;

  @Option(
      names = {"-h", "--help"},
      usageHelp = true,
      description = "Show this help.")
  boolean help;

  Map<String, String> settings() {
    var settings = new HashMap<String, String>();
    if (data != null) {
      settings.put("dossier.data", data.toAbsolutePath().toString());
    }
    if (verbose) {
      settings.put("dossier.verbose", "true");
    }
    return settings;
  }
}
