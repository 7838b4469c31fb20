package org.dossier.cli.command;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Map;
import org.dossier.cli.CitedAnswer;
import org.dossier.cli.CitedAnswerReader;
import org.dossier.cli.InvalidAnswerException;
import org.dossier.cli.VerdictText;
import org.dossier.cli.terminal.ProgressOutput;
import org.dossier.cli.terminal.TerminalSanitizer;
import org.dossier.verification.StatementVerifier;
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
  private static final String STANDARD_INPUT = "-";
  private static final int UNSUPPORTED = 1;
  private static final int BAD_INPUT = 2;

  // picocli sets it before anything reads it.
  @Parameters(
      paramLabel = "FILE",
      description = "The answer with its sources, as JSON; - reads standard input.")
  @SuppressWarnings("NullAway.Init")
  String file;

  @Option(names = "--json", description = "Print the verdicts as JSON, for machines.")
  boolean json;

  @Option(
      names = "--verbose",
      description = "Log more, and show where in the program an error happened.")
  boolean verbose;

  @Option(names = "--help", usageHelp = true, description = "Show this help.")
  boolean help;

  @Override
  public boolean usesDataFolder() {
    return false;
  }

  @Override
  public Map<String, String> settings() {
    var common = new CommonOptions();
    common.verbose = verbose;
    return Command.withoutServing(common);
  }

  @Override
  public int run(CommandContext context) {
    var output = context.get(ProgressOutput.class);
    CitedAnswer answer;
    try {
      answer = read();
    } catch (InvalidAnswerException e) {
      var name = file.equals(STANDARD_INPUT) ? "standard input" : file;
      output.err().println("dossier: " + TerminalSanitizer.line(name + ": " + e.getMessage()));
      return BAD_INPUT;
    }
    var verifier = context.get(StatementVerifier.class);
    var verdicts =
        answer.statements().stream()
            .map(statement -> verifier.check(statement.text(), answer.sourcesOf(statement)))
            .toList();
    var text = new VerdictText(answer, verdicts);
    var terminal = output.terminal();
    context.out().println(json ? terminal.json(text.json()) : text.table(terminal));
    return text.supported() == verdicts.size() ? 0 : UNSUPPORTED;
  }

  private CitedAnswer read() {
    try (var in = open()) {
      return CitedAnswerReader.read(in);
    } catch (NoSuchFileException e) {
      throw new InvalidAnswerException("there is no such file", e);
    } catch (IOException e) {
      throw new InvalidAnswerException("cannot be read: " + e.getMessage(), e);
    }
  }

  private InputStream open() throws IOException {
    return file.equals(STANDARD_INPUT)
        ? new Unclosed(System.in)
        : Files.newInputStream(Path.of(file));
  }

  /// Leaves standard input open.
  private static final class Unclosed extends FilterInputStream {
    Unclosed(InputStream in) {
      super(in);
    }

    @Override
    public void close() {
      // The process owns it.
    }
  }
}
