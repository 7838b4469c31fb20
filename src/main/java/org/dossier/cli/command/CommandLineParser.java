package org.dossier.cli.command;

import java.io.PrintStream;
import java.io.PrintWriter;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.dossier.cli.SimilarName;
import org.dossier.cli.terminal.Terminal;
import org.dossier.cli.terminal.TerminalSanitizer;
import picocli.CommandLine;
import picocli.CommandLine.Help;
import picocli.CommandLine.Help.Ansi;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;
import picocli.CommandLine.UnmatchedArgumentException;

/// The result of parsing the command line: a command to run, or an exit code.
public sealed interface CommandLineParser {
  /// picocli rejects narrower help.
  int MIN_HELP_WIDTH = 55;

  int MAX_HELP_WIDTH = 100;

  /// Words in the straight quotation marks of the library.
  Pattern QUOTED = Pattern.compile("'([^']*)'");

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
      var parsed = line.parseArgs(CommandFirst.order(arguments));
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
    var terminal = Terminal.current();
    line.setOut(new PrintWriter(out, true, out.charset()));
    line.setUsageHelpWidth(Math.clamp(terminal.width(), MIN_HELP_WIDTH, MAX_HELP_WIDTH));
    line.setColorScheme(Help.defaultColorScheme(Ansi.valueOf(terminal.colours())));
    return CommandLine.printHelpIfRequested(parsed);
  }

  private static CommandLine line() {
    return new CommandLine(new RootCommand())
        // “@Reuters” in a question is not a file of arguments.
        .setExpandAtFiles(false)
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

  /// The known command or options that are similar to an unknown one.
  private static Optional<String> suggestions(ParameterException fault) {
    if (!(fault instanceof UnmatchedArgumentException unmatched)) {
      return Optional.empty();
    }
    if (unmatched.isUnknownOption()) {
      var options = unmatched.getSuggestions();
      return options.isEmpty() ? Optional.empty() : Optional.of(String.join(" or ", options));
    }
    var spec = fault.getCommandLine().getCommandSpec();
    var visible =
        spec.subcommands().entrySet().stream()
            .filter(command -> !command.getValue().getCommandSpec().usageMessage().hidden())
            .map(Map.Entry::getKey)
            .toList();
    return SimilarName.find(unmatched.getUnmatched().getFirst(), visible)
        .map(name -> spec.qualifiedName() + " " + name);
  }

  /// The library quotes with straight marks, the program with curly ones.
  private static String message(ParameterException fault) {
    return fault instanceof UnmatchedArgumentException unmatched && !unmatched.isUnknownOption()
        ? "Unknown command ‘" + unmatched.getUnmatched().getFirst() + "’"
        : QUOTED.matcher(String.valueOf(fault.getMessage())).replaceAll("‘$1’");
  }

  private static void report(ParameterException fault, PrintStream err) {
    var command = fault.getCommandLine();
    err.println(TerminalSanitizer.line(message(fault)));
    suggestions(fault)
        .ifPresent(known -> err.println("Did you mean: " + TerminalSanitizer.line(known) + "?"));
    err.println("‘" + command.getCommandSpec().qualifiedName() + " --help’ shows the usage.");
  }
}
