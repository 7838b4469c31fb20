package org.dossier.database;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CompletableFuture;

/// A real child process that runs a `main` of the tests.
public final class ChildProcess implements AutoCloseable {
  private final Process process;
  private final BufferedReader output;

  /// @param temporary folder for its temporary files, since a killed process leaves them behind,
  ///   and for its standard error
  public ChildProcess(Class<?> main, Path temporary, String... arguments) {
    this(List.of(), main, temporary, arguments);
  }

  /// A child process on a full disk: no file that it writes can exceed `blocks` blocks of 512
  /// bytes.
  public static ChildProcess onFullDisk(
      int blocks, Class<?> main, Path temporary, String... arguments) {
    var limited = List.of("/bin/sh", "-c", "ulimit -f " + blocks + " && exec \"$@\"", "sh");
    return new ChildProcess(limited, main, temporary, arguments);
  }

  private ChildProcess(List<String> before, Class<?> main, Path temporary, String... arguments) {
    var command = new ArrayList<>(before);
    command.addAll(
        List.of(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "-XX:TieredStopAtLevel=1",
            "--enable-native-access=ALL-UNNAMED",
            "-Djava.io.tmpdir=" + temporary,
            "-cp",
            System.getProperty("java.class.path"),
            main.getName()));
    command.addAll(Arrays.asList(arguments));
    try {
      var errors = temporary.resolve("errors.txt").toFile();
      process = new ProcessBuilder(command).redirectError(Redirect.appendTo(errors)).start();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    output = process.inputReader();
  }

  public long pid() {
    return process.pid();
  }

  /// The next line of its output; waits for it.
  public String line() throws IOException {
    var line = output.readLine();
    if (line == null) {
      throw new IOException("the process ended: " + process);
    }
    return line;
  }

  /// All further lines of its output until it ends, as they are written; a truncated last line is
  /// left out.
  public CompletableFuture<List<String>> lines() {
    return CompletableFuture.supplyAsync(() -> {
      try {
        var all = new StringWriter();
        output.transferTo(all);
        var text = all.toString();
        return text.substring(0, text.lastIndexOf('\n') + 1).lines().toList();
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    });
  }

  /// Kills it like `kill -9`, and waits until it has ended. It kills by the process handle, because
  /// [Process#destroyForcibly] would close the output, which may not have been read completely.
  public void kill() throws InterruptedException {
    process.toHandle().destroyForcibly();
    process.waitFor();
  }

  /// Signals it to continue, by ending its standard input.
  public void go() throws IOException {
    process.getOutputStream().close();
  }

  public int exit() throws InterruptedException {
    return process.waitFor();
  }

  @Override
  public void close() {
    process.destroyForcibly();
  }
}
