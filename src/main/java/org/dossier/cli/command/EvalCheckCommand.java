package org.dossier.cli.command;

import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/// Measures the checker of statements.
@CommandLine.Command(
    name = "eval-check",
    description = {
      "Make true and false statements from the archive's sentences, and count how many false ones"
          + " the checker lets through and how many true ones it loses. docs/checking.md tells what"
          + " the figures mean."
    },
    exitCodeListHeading = "%nExit codes:%n",
    exitCodeList = {
      "0:all statements were checked, whatever came of it",
      "1:something failed",
      "2:the command line is wrong"
    })
public final class EvalCheckCommand implements Command {
  private static final int STATEMENTS = 200;
  private static final int FAILURES = 20;

  @Option(
      names = "--claims",
      paramLabel = "FILE",
      description =
          "Measure on these claims instead, which people wrote and judged: JSON lines, plain or"
              + " gzipped. No archive is needed.")
  public @Nullable Path claims;

  @Option(
      names = "--held-out",
      description = "Of the claims, only every second one: those that --fit never sees.")
  public boolean heldOut;

  @Option(
      names = "--statements",
      paramLabel = "N",
      description = "How many statements of each kind to make at most (default: 200).")
  public int statements = STATEMENTS;

  @Option(
      names = "--seed",
      paramLabel = "N",
      description = "Which sentences are drawn and how they are changed (default: 1).")
  public long seed = 1;

  @Option(
      names = "--fit",
      description =
          "Print the weights that this archive and every second claim teach, as settings.")
  public boolean fit;

  @Option(
      names = "--failures",
      paramLabel = "N",
      description = "How many wrongly judged statements to show (default: 20).")
  public int failures = FAILURES;

  @Option(names = "--json", description = "Print everything as JSON, for machines.")
  public boolean json;

  @Mixin CommonOptions common = new CommonOptions();

  @Override
  public boolean needsArchive() {
    return claims == null || fit;
  }

  @Override
  public Optional<String> fault() {
    if (statements < 1) {
      return Optional.of("The number of statements is at least 1: " + statements);
    }
    if (failures < 0) {
      return Optional.of("The number of failures is at least 0: " + failures);
    }
    return fit && claims == null
        ? Optional.of("--fit needs claims: --claims FILE")
        : Optional.empty();
  }

  @Override
  public Map<String, String> settings() {
    return Command.withoutServing(common);
  }
}
