package org.dossier.cli;

import io.quarkus.runtime.QuarkusBindException;
import io.quarkus.runtime.configuration.ConfigurationException;
import io.smallrye.config.ConfigValidationException;
import java.io.PrintStream;
import java.net.BindException;
import java.net.UnknownHostException;
import java.nio.file.FileSystemException;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.dossier.cli.terminal.TerminalSanitizer;
import org.dossier.database.IoErrorMessages;

/// Reports in one line why the program ends.
public final class ErrorReporter {
  private ErrorReporter() {}

  /// Prints the error; with `--verbose`, also its stack trace.
  public static void report(Throwable fault, PrintStream err) {
    err.println("dossier: " + TerminalSanitizer.line(line(fault)));
    if (Boolean.getBoolean("dossier.verbose")) {
      fault.printStackTrace(err);
    }
  }

  /// The message of the outermost cause that has a message for users.
  static String line(Throwable fault) {
    return causes(fault)
        .flatMap(cause -> message(cause).stream())
        .findFirst()
        .orElseGet(() ->
            "unexpected error: %s (--verbose shows the stack trace)"
                .formatted(causes(fault).reduce((_, last) -> last).orElse(fault)));
  }

  private static Stream<Throwable> causes(Throwable fault) {
    return Stream.iterate(fault, cause -> cause != null, Throwable::getCause).limit(100);
  }

  private static Optional<String> message(Throwable cause) {
    return switch (cause) {
      case QuarkusBindException e -> Optional.of(portInUse(e));
      case BindException e -> Optional.of("cannot listen on the address: " + e.getMessage());
      case UnknownHostException e -> Optional.of("unknown host " + e.getMessage());
      case FileSystemException e -> Optional.of(IoErrorMessages.describe(e));
      case ConfigValidationException e -> Optional.of("invalid settings: " + problems(e));
      case ConfigurationException e -> Optional.of("invalid settings: " + e.getMessage());
      default ->
          cause.getClass().getName().startsWith("org.dossier.")
              ? Optional.ofNullable(cause.getMessage())
              : Optional.empty();
    };
  }

  /// The message for users if another program uses the port.
  public static String portInUse(QuarkusBindException fault) {
    return "port %d of %s is not available (%s): stop the program that uses it, or choose another port with --port N"
        .formatted(fault.getPort(), fault.getHost(), fault.getMessage());
  }

  private static String problems(ConfigValidationException fault) {
    return Stream.iterate(0, i -> i < fault.getProblemCount(), i -> i + 1)
        .map(i -> fault.getProblem(i).getMessage())
        .collect(Collectors.joining("; "));
  }
}
