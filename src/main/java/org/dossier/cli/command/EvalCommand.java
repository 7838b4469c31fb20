package org.dossier.cli.command;

import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// Measures the archive's answers on a question set.
@CommandLine.Command(
    name = "eval",
    description = {
      "Ask every question of a set whose answers are known, and measure what comes back: what is"
          + " found, what is answered, what is declined, and how fast. docs/evaluation.md tells what"
          + " a set looks like and what the figures mean."
    },
    exitCodeListHeading = "%nExit codes:%n",
    exitCodeList = {
      "0:all questions were asked, whatever came back",
      "1:something failed",
      "2:the command line is wrong"
    })
public final class EvalCommand implements Command {
  private static final int FAILURES = 20;

  // picocli sets it before anything reads it.
  @Parameters(
      paramLabel = "QUESTIONS",
      description = "The question set: JSON lines, plain or gzipped.")
  @SuppressWarnings("NullAway.Init")
  public Path questions;

  @Option(names = "--json", description = "Print everything as JSON, for machines.")
  public boolean json;

  @Option(
      names = "--compare",
      paramLabel = "OLD.json",
      description = "Show what changed since a report that was written with --json.")
  public @Nullable Path earlier;

  @Option(
      names = "--features",
      paramLabel = "FILE",
      description =
          "Write what each answer would be chosen from to FILE, to learn weights from, and ask"
              + " nothing.")
  public @Nullable Path features;

  @Option(
      names = "--failures",
      paramLabel = "N",
      description = "How many failing questions to show (default: 20).")
  public int failures = FAILURES;

  @Mixin ModelOption model = new ModelOption();
  @Mixin CommonOptions common = new CommonOptions();

  @Override
  public Optional<String> fault() {
    return failures < 0
        ? Optional.of("The number of failures is at least 0: " + failures)
        : Optional.empty();
  }

  @Override
  public Map<String, String> settings() {
    var settings = Command.withoutServing(common);
    model.addTo(settings);
    return settings;
  }
}
