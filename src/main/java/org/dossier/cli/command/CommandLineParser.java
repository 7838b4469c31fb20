package org.dossier.cli.command;

import java.io.PrintStream;
import java.io.PrintWriter;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import org.dossier.cli.terminal.Terminal;
import org.dossier.cli.terminal.TerminalSanitizer;
import picocli.CommandLine;
import picocli.CommandLine.Help;
import picocli.CommandLine.Help.Ansi;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;
import picocli.CommandLine.TypeConversionException;
import picocli.CommandLine.UnmatchedArgumentException;

/// The result of parsing the command line: a command to run, or an exit code.
public sealed interface CommandLineParser {
  /// A valid command line.
  ///
  /// @param command the command, with its options
  record Parsed(Command command) implements CommandLineParser {}

  /// A command line that is already handled: help or an error message was printed.
  ///
  /// @param exitCode 0 for help, 2 for an error
  record Exit(int exitCode) implements CommandLineParser {}

  /// Parses the command line; without arguments it is `serve`. Help goes to `out`, error messages
  /// to `err`.
  static CommandLineParser read(String[] arguments, PrintStream out, PrintStream err) {
    var line = line();
    try {
      var parsed = line.parseArgs(arguments.length == 0 ? new String[] {"serve"} : arguments);
      if (printedHelp(parsed, line, out)) {
        return new Exit(CommandLine.ExitCode.OK);
      }
      if (!parsed.hasSubcommand()) {
        throw new ParameterException(line, "The command is missing");
      }
      var chosen = innermost(parsed.subcommand()).commandSpec();
      var command = (Command) chosen.userObject();
      command
          .fault()
          .ifPresent(fault -> {
            throw new ParameterException(chosen.commandLine(), fault);
          });
      return new Parsed(command);
    } catch (ParameterException e) {
      report(e, err);
      return new Exit(CommandLine.ExitCode.USAGE);
    }
  }

  private static boolean printedHelp(ParseResult parsed, CommandLine line, PrintStream out) {
    if (parsed.asCommandLineList().stream()
        .noneMatch(c -> c.isUsageHelpRequested() || c.isVersionHelpRequested())) {
      return false;
    }
    line.setOut(new PrintWriter(out, true, out.charset()));
    line.setColorScheme(Help.defaultColorScheme(Ansi.valueOf(Terminal.current().colours())));
    return CommandLine.printHelpIfRequested(parsed);
  }

  private static CommandLine line() {
    return new CommandLine(new RootCommand())
        // “@Reuters” in a question is not a file of arguments.
        .setExpandAtFiles(false)
        .registerConverter(LocalDate.class, CommandLineParser::day)
        .setCaseInsensitiveEnumValuesAllowed(true);
  }

  /// The subcommand of a subcommand: `add` in `tokens add`. An option before its name would belong
  /// to the outer command and be lost, so it is rejected.
  private static ParseResult innermost(ParseResult parsed) {
    if (!parsed.hasSubcommand()) {
      return parsed;
    }
    if (!parsed.matchedOptions().isEmpty()) {
      throw new ParameterException(
          parsed.commandSpec().commandLine(),
          "Options must follow ‘%s’".formatted(parsed.subcommand().commandSpec().qualifiedName()));
    }
    return innermost(parsed.subcommand());
  }

  private static LocalDate day(String text) {
    try {
      return LocalDate.parse(text);
    } catch (DateTimeParseException _) {
      throw new TypeConversionException("‘" + text + "’ is not a date such as 2011-11-11");
    }
  }

  private static String message(ParameterException fault) {
    return fault instanceof UnmatchedArgumentException unmatched && !unmatched.isUnknownOption()
        ? "Unknown command ‘" + unmatched.getUnmatched().getFirst() + "’"
        : String.valueOf(fault.getMessage());
  }

  private static void report(ParameterException fault, PrintStream err) {
    var command = fault.getCommandLine();
    err.println(TerminalSanitizer.line(message(fault)));
    UnmatchedArgumentException.printSuggestions(fault, err);
    err.println("‘" + command.getCommandSpec().qualifiedName() + " --help’ shows the usage.");
  }
}
