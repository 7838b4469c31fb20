package org.dossier.cli.command;

import java.util.Map;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/// Which model is to be tried.
public final class ModelOption {
  @Option(
      names = "--model",
      paramLabel = "SPEC",
      description = "The chat model, such as ollama:llama3.2; none for none. See docs/models.md.")
  @Nullable String choice;

  public boolean isGiven() {
    return choice != null;
  }

  void addTo(Map<String, String> settings) {
    if (choice != null) {
      settings.put("dossier.model", choice);
    }
  }
}
