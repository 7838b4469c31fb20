package org.dossier.cli.command;

import java.util.Map;
import picocli.CommandLine;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// Checks the statements of an answer against the sentences they cite. Needs no archive and touches
/// no data folder.
@CommandLine.Command(
    name = "check-answer",
    description = {
      "Check each statement of an answer against the sentences it cites: every number, date, name"
          + " and quotation must be there, and the meaning be near. docs/checking.md tells what the"
          + " file looks like; the reply of POST /api/chat will do as it is."
    },
    exitCodeListHeading = "%nExit codes:%n",
    exitCodeList = {
      "0:every statement is supported",
      "1:some statement is not, or something failed",
      "2:the command line or the file is wrong"
    })
public final class CheckAnswerCommand implements Command {
  // picocli sets it before anything reads it.
  @Parameters(
      paramLabel = "FILE",
      description = "The answer with its sources, as JSON; - reads standard input.")
  @SuppressWarnings("NullAway.Init")
  public String file;

  @Option(names = "--json", description = "Print the verdicts as JSON, for machines.")
  public boolean json;

  @Option(
      names = "--verbose",
      description = "Log more, and show where in the program an error happened.")
  boolean verbose;

  @Option(names = "--help", usageHelp = true, description = "Show this help.")
  boolean help;

  @Override
  public boolean needsArchive() {
    return false;
  }

  @Override
  public Map<String, String> settings() {
    var common = new CommonOptions();
    common.verbose = verbose;
    return Command.withoutServing(common);
  }
}
