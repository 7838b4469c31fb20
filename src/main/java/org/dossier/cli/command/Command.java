package org.dossier.cli.command;

import java.net.URI;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import org.dossier.cli.CommandException;
import org.dossier.cli.RunningServer;

/// A command with its options, validated as far as possible without starting anything. An instance
/// runs once.
public interface Command {
  /// The settings that its options represent, by name; they take precedence over all others.
  Map<String, String> settings();

  /// Runs the command in this process.
  ///
  /// @return the exit code
  int run(CommandContext context);

  /// Runs the command through a server that is already running, without starting anything in this
  /// process. By default a command cannot run while a server has the data folder.
  ///
  /// @return the exit code; empty if the command runs in this process all the same
  /// @throws CommandException if the command cannot run while the server does
  default OptionalInt runOn(RunningServer server) {
    throw new CommandException(
        "a server is already using this data folder, on %s (process %d)"
            .formatted(server.address(), server.pid()));
  }

  /// The server that the command line names for the command to run on.
  default Optional<URI> namedServer() {
    return Optional.empty();
  }

  /// True if a server that has the data folder affects the command, as [#runOn] decides.
  default boolean usesDataFolder() {
    return true;
  }

  /// True if the command answers questions, so that loading the models early saves time.
  default boolean needsModels() {
    return true;
  }

  /// The required content of the data folder, if the command uses it.
  default DataFolderCheck.Requirement dataRequirement() {
    return DataFolderCheck.Requirement.ARCHIVE;
  }

  /// An error in the combination of options, as a sentence.
  default Optional<String> fault() {
    return Optional.empty();
  }

  /// The settings of a command that makes one request: it waits while another command has the data
  /// folder.
  static Map<String, String> forAsking(CommonOptions options) {
    var settings = withoutServing(options);
    settings.put("dossier.data-lock-timeout", "10s");
    return settings;
  }

  /// The settings of a command that does its work in this process and opens no port.
  static Map<String, String> withoutServing(CommonOptions options) {
    var settings = options.settings();
    settings.put("quarkus.http.host-enabled", "false");
    if (!options.verbose) {
      settings.put("quarkus.log.level", "WARN");
    }
    return settings;
  }
}
