package org.dossier.cli.command;

import java.util.Map;
import org.dossier.cli.CommandException;
import org.dossier.cli.RunningServer;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/// The option that selects a chat model.
final class ModelOption {
  @Option(
      names = "--model",
      paramLabel = "SPEC",
      description = "The chat model, such as ollama:llama3.2, or ‘none’. See docs/how-to/llm.md.")
  @Nullable String choice;

  /// @throws CommandException if a model is chosen: the server answers with its own
  void refuseOn(RunningServer server) {
    if (choice != null) {
      throw new CommandException(
          "a server is using this data folder, on %s, and answers with its own model: stop it (process %d), or omit --model"
              .formatted(server.address(), server.pid()));
    }
  }

  void addTo(Map<String, String> settings) {
    if (choice != null) {
      settings.put("dossier.model", choice);
    }
  }
}
