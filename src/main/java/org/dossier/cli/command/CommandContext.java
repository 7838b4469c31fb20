package org.dossier.cli.command;

import java.io.PrintStream;

/// The environment that a command runs in: the services of this process and the standard streams.
public interface CommandContext {
  /// The service of a type. It is created when it is first requested, and its dependencies with it:
  /// a command opens only the parts of the program that it uses.
  <T> T get(Class<T> type);

  default PrintStream out() {
    return System.out;
  }

  default PrintStream err() {
    return System.err;
  }
}
