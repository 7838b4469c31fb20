package org.dossier.cli.command;

import java.io.PrintStream;
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

/// What somebody typed, understood: a command to run, or nothing more to do.
public sealed interface CommandLineParser {
  /// There is something to do.
  ///
  /// @param command the command, with its options
  record Parsed(Command command) implements CommandLineParser {}

  /// Help was shown, or what is wrong with the command line.
  ///
  /// @param exitCode 0 for help, 2 for a fault
  record Exit(int exitCode) implements CommandLineParser {}

  /// Reads the command line; none is `serve`. Help goes to `out`, complaints to `err`.
  static CommandLineParser read(String[] arguments, PrintStream out, PrintStream err) {
    var line = line();
    try {
      var parsed = line.parseArgs(arguments.length == 0 ? new String[] {"serve"} : arguments);
      if (helped(parsed, out, err)) {
        return new Exit(CommandLine.ExitCode.OK);
      }
      if (!parsed.hasSubcommand()) {
        throw new ParameterException(line, "A command is missing");
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
      complain(e, err);
      return new Exit(CommandLine.ExitCode.USAGE);
    }
  }

  private static boolean helped(ParseResult parsed, PrintStream out, PrintStream err) {
    var all = parsed.asCommandLineList();
    if (all.stream().noneMatch(c -> c.isUsageHelpRequested() || c.isVersionHelpRequested())) {
      return false;
    }
    var colours = Help.defaultColorScheme(Ansi.valueOf(Terminal.current().colours()));
    return CommandLine.printHelpIfRequested(all, out, err, colours);
  }

  private static CommandLine line() {
    return new CommandLine(new RootCommand())
        // “@Reuters” in a question is no file of arguments.
        .setExpandAtFiles(false)
        .registerConverter(LocalDate.class, CommandLineParser::day)
        .setCaseInsensitiveEnumValuesAllowed(true);
  }

  /// Of ‘tokens add’ the second. An option before its name would be the first one's, and be lost.
  private static ParseResult innermost(ParseResult parsed) {
    if (!parsed.hasSubcommand()) {
      return parsed;
    }
    if (!parsed.matchedOptions().isEmpty()) {
      throw new ParameterException(
          parsed.commandSpec().commandLine(),
          "Options stand behind ‘%s’".formatted(parsed.subcommand().commandSpec().qualifiedName()));
    }
    return innermost(parsed.subcommand());
  }

  private static LocalDate day(String typed) {
    try {
      return LocalDate.parse(typed);
    } catch (DateTimeParseException _) {
      throw new TypeConversionException("‘" + typed + "’ is not a day such as 2011-11-11");
    }
  }

  private static String words(ParameterException fault) {
    return fault instanceof UnmatchedArgumentException unmatched && !unmatched.isUnknownOption()
        ? "There is no command ‘" + unmatched.getUnmatched().getFirst() + "’"
        : String.valueOf(fault.getMessage());
  }

  private static void complain(ParameterException fault, PrintStream err) {
    var command = fault.getCommandLine();
    err.println(TerminalSanitizer.line(words(fault)));
    UnmatchedArgumentException.printSuggestions(fault, err);
    err.println("‘" + command.getCommandSpec().qualifiedName() + " --help’ tells more.");
  }
}
