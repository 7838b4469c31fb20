package org.dossier.cli.command;

import java.util.Map;
import java.util.Optional;

/// A command as it was typed, checked as far as it can be without starting anything.
public sealed interface Command
    permits ServeCommand,
        IndexCommand,
        AskCommand,
        ChatCommand,
        SearchCommand,
        CheckAnswerCommand,
        EvalCommand,
        EvalCheckCommand,
        ModelsCommand,
        BackupCommand,
        CheckArchiveCommand,
        RestoreCommand,
        ReindexCommand,
        TokenCommand,
        AotRecordCommand {

  /// The settings that its options stand for, by name; they take precedence over all others.
  Map<String, String> settings();

  /// Whether it works on a data folder.
  default boolean needsArchive() {
    return true;
  }

  /// Whether it answers questions, so that the models had better be loaded early.
  default boolean needsModels() {
    return true;
  }

  /// What is wrong with its options taken together, in a sentence; mostly nothing.
  default Optional<String> fault() {
    return Optional.empty();
  }

  /// Settings of a command that asks once and waits until a few missing vectors are there.
  static Map<String, String> forAsking(CommonOptions options) {
    var settings = withoutServing(options);
    settings.put("dossier.data-lock-timeout", "10s");
    return settings;
  }

  /// Settings of a command that does its work in this process and opens no port.
  static Map<String, String> withoutServing(CommonOptions options) {
    var settings = options.settings();
    settings.put("quarkus.http.host-enabled", "false");
    if (!options.verbose) {
      settings.put("quarkus.log.level", "WARN");
    }
    return settings;
  }
}
