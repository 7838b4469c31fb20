package org.dossier.cli;

import jakarta.inject.Singleton;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import org.dossier.cli.command.CheckAnswerCommand;
import org.dossier.cli.terminal.ProgressOutput;
import org.dossier.cli.terminal.TerminalSanitizer;
import org.dossier.verification.StatementVerifier;

/// Checks an answer that somebody hands in.
@Singleton
public final class CheckAction {
  private static final String STANDARD_INPUT = "-";
  private static final int UNSUPPORTED = 1;
  private static final int BAD_INPUT = 2;

  private final StatementVerifier statementVerifier;
  private final ProgressOutput progressOutput;

  CheckAction(StatementVerifier statementVerifier, ProgressOutput progressOutput) {
    this.statementVerifier = statementVerifier;
    this.progressOutput = progressOutput;
  }

  /// Prints a verdict for each statement.
  ///
  /// @return the exit code: 0 where every statement is supported, 1 where one is not, 2 for a file
  ///   that cannot be read
  public int check(CheckAnswerCommand command) {
    CitedAnswer answer;
    try {
      answer = read(command.file);
    } catch (InvalidAnswerException e) {
      var name = command.file.equals(STANDARD_INPUT) ? "standard input" : command.file;
      progressOutput
          .err()
          .println("dossier: " + TerminalSanitizer.line(name + ": " + e.getMessage()));
      return BAD_INPUT;
    }
    var verdicts =
        answer.statements().stream()
            .map(statement ->
                statementVerifier.verify(statement.text(), answer.sourcesOf(statement)))
            .toList();
    var text = new VerdictText(answer, verdicts);
    boolean interactive = progressOutput.terminal().interactive();
    var json = command.json ? text.json() : "";
    System.out.println(
        !command.json
            ? text.table(progressOutput.terminal())
            : interactive ? TerminalSanitizer.json(json) : json);
    return text.supported() == verdicts.size() ? 0 : UNSUPPORTED;
  }

  private static CitedAnswer read(String file) {
    try (var in = open(file)) {
      return CitedAnswerReader.read(in);
    } catch (NoSuchFileException e) {
      throw new InvalidAnswerException("there is no such file", e);
    } catch (IOException e) {
      throw new InvalidAnswerException("cannot be read: " + e.getMessage(), e);
    }
  }

  private static InputStream open(String file) throws IOException {
    return file.equals(STANDARD_INPUT)
        ? new Unclosed(System.in)
        : Files.newInputStream(Path.of(file));
  }

  /// Standard input is not ours to close.
  private static final class Unclosed extends FilterInputStream {
    Unclosed(InputStream in) {
      super(in);
    }

    @Override
    public void close() {
      // It stays open.
    }
  }
}
