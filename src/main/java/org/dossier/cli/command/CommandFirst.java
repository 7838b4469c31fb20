package org.dossier.cli.command;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/// The order of arguments that the parser requires: the command first, then its options.
final class CommandFirst {
  private static final String HELP = "--help";
  private static final String DATA = "--data";

  /// Options without a value that several commands have.
  private static final Set<String> FLAGS = Set.of("--verbose", "--demo", "--json", HELP, "-h");

  /// Options that the program has without a command.
  private static final Set<String> FOR_PROGRAM = Set.of(HELP, "-h", "--version");

  private CommandFirst() {}

  /// Options that several commands have may precede the command, and are moved behind it. `help
  /// COMMAND` becomes `COMMAND --help`. Without a command, the command is `serve`.
  static String[] order(String... arguments) {
    var all = List.of(arguments);
    if (all.isEmpty()) {
      return new String[] {"serve"};
    }
    if (all.getFirst().equals("help")) {
      return with(all.subList(1, all.size()), List.of(HELP));
    }
    int command = leadingOptions(all);
    var rest = all.subList(command, all.size());
    if (rest.isEmpty() || rest.getFirst().startsWith("-")) {
      return all.stream().anyMatch(FOR_PROGRAM::contains) ? arguments : with(List.of("serve"), all);
    }
    return with(rest, all.subList(0, command));
  }

  /// The number of arguments that are such options, with their values, at the beginning.
  private static int leadingOptions(List<String> arguments) {
    int at = 0;
    while (at < arguments.size()) {
      var argument = arguments.get(at);
      if (FLAGS.contains(argument) || argument.startsWith(DATA + "=")) {
        at++;
      } else if (argument.equals(DATA) && at + 1 < arguments.size()) {
        at += 2;
      } else {
        break;
      }
    }
    return at;
  }

  /// The options are inserted before `--`, after which everything is text.
  private static String[] with(List<String> arguments, List<String> options) {
    var ordered = new ArrayList<>(arguments);
    int end = arguments.indexOf("--");
    ordered.addAll(end < 0 ? ordered.size() : end, options);
    return ordered.toArray(String[]::new);
  }
}
