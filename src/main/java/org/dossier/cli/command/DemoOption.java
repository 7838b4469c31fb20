package org.dossier.cli.command;

import java.util.Map;
import picocli.CommandLine.Option;

/// The option that fills an empty archive with the sample articles.
final class DemoOption {
  @Option(
      names = "--demo",
      description =
          "Fill an empty archive with the sample articles of corpus/. A new default folder is filled"
              + " without this option.")
  boolean demo;

  void addTo(Map<String, String> settings) {
    if (demo) {
      settings.put("dossier.demo", "true");
    }
  }
}
