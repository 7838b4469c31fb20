package org.dossier.cli.command;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Map;
import org.dossier.cli.VerdictText;
import org.dossier.cli.terminal.ProgressOutput;
import org.dossier.cli.terminal.TerminalSanitizer;
import org.dossier.verification.StatementVerifier;
import org.dossier.web.check.CitedAnswer;
import org.dossier.web.check.CitedAnswerReader;
import org.dossier.web.check.InvalidAnswerException;
import picocli.CommandLine;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// Verifies the statements of an answer against the sentences that they cite. It uses neither an
/// archive nor a data folder.
@CommandLine.Command(
    name = "check-answer",
    description = {
      "Verify each statement of an answer against the sentences it cites: they must contain every"
          + " number, date, name and quotation, and support the meaning. docs/explanation/verification.md describes the"
          + " format of the file; a reply of POST /api/chat is accepted unchanged."
    },
    exitCodeListHeading = "%nExit codes:%n",
    exitCodeList = {
      "0:every statement is supported",
      "1:a statement is not supported, or something failed",
      "2:the command line or the file is invalid"
    })
public final class CheckAnswerCommand implements Command {
  private static final String STANDARD_INPUT = "-";
  private static final int UNSUPPORTED = 1;
  private static final int BAD_INPUT = 2;

  // Set by picocli.
  @Parameters(
      paramLabel = "FILE",
      description = "The answer with its sources, as JSON; - reads standard input.")
  @SuppressWarnings("NullAway.Init")
  String file;

  @Option(names = "--json", description = "Print the verdicts as JSON.")
  boolean json;

  @Option(names = "--verbose", description = "Log more, and show the stack trace of an error.")
  boolean verbose;

  @Option(
      names = {"-h", "--help"},
      usageHelp = true,
      description = "Show this help.")
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
            .map(statement -> verifier.verify(statement.text(), answer.sourcesOf(statement)))
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
      throw new InvalidAnswerException("the file does not exist", e);
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
