package org.dossier.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/// The packaged program in separate processes, with a corpus folder that holds one article and an
/// AOT cache as the launcher makes it. Closing the fixture ends the running processes.
final class ProgramFixture implements AutoCloseable {
  private static final String JAVA =
      Path.of(System.getProperty("java.home"), "bin", "java").toString();
  private static final Path DELIVERED = Path.of(System.getProperty("dossier.test.jar"));
  static final String QUESTION = "When did the bridge over the Lune open?";

  private static final String ARTICLE =
      """
      ---
      title: Lune bridge opens
      publisher: The Valley Post
      published: 1999-05-04
      ---
      The new bridge over the Lune opened on 3 May 1999 in the rain. Mayor Ada Quill cut the ribbon.
      """;

  private static final Duration TIMEOUT = Duration.ofSeconds(60);
  private static final Pattern READY = Pattern.compile("Dossier is ready: (\\S+)");
  private static final Path CACHE = recordAotCache();

  private final Path home;
  private final Path jar;
  private final List<Process> started = new ArrayList<>();

  /// @param home the home folder of the program
  ProgramFixture(Path home) throws IOException {
    this(home, DELIVERED);
  }

  /// The same, for another build than the packaged one.
  ProgramFixture(Path home, Path jar) throws IOException {
    this.home = home;
    this.jar = jar;
    layOut(home);
  }

  private static void layOut(Path home) throws IOException {
    Files.createDirectories(home.resolve("corpus"));
    Files.writeString(home.resolve("corpus/lune.md"), ARTICLE);
  }

  /// The tests start the program often, and a start takes half the time with a cache.
  private static Path recordAotCache() {
    try {
      var home = DELIVERED.resolveSibling("../aot-recording").normalize();
      var cache = home.resolve("cache");
      layOut(home);
      var recording =
          new ProcessBuilder(
              JAVA,
              "--enable-native-access=ALL-UNNAMED",
              "-Ddossier.home=" + home,
              "-XX:AOTCacheOutput=" + cache,
              "-jar",
              DELIVERED.toString(),
              "aot-record");
      var log = home.resolve("log").toFile();
      var done = recording.redirectErrorStream(true).redirectOutput(log).start().onExit().join();
      assertThat(done.exitValue()).as(Files.readString(log.toPath())).isZero();
      return cache;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public void close() {
    started.forEach(process -> process.destroyForcibly().onExit().join());
  }

  /// Runs a command until it exits.
  Running.Ended run(String... arguments) throws IOException, InterruptedException {
    return start(arguments).ended();
  }

  /// Runs a command with `input` on standard input until it exits.
  Running.Ended runWithInput(String input, String... arguments)
      throws IOException, InterruptedException {
    var running = start(arguments);
    try (var in = running.process().getOutputStream()) {
      in.write(input.getBytes(StandardCharsets.UTF_8));
    }
    return running.ended();
  }

  /// The same as [#run], with one more option for the JVM.
  Running.Ended runWith(String jvmOption, String... arguments)
      throws IOException, InterruptedException {
    return start(List.of(jvmOption), Map.of(), arguments).ended();
  }

  Running start(String... arguments) throws IOException {
    return start(List.of(), Map.of(), arguments);
  }

  /// The same, with more options for the JVM.
  Running start(List<String> jvmOptions, String... arguments) throws IOException {
    return start(jvmOptions, Map.of(), arguments);
  }

  /// The same, with more in the environment.
  Running start(Map<String, String> environment, String... arguments) throws IOException {
    return start(List.of(), environment, arguments);
  }

  private Running start(
      List<String> jvmOptions, Map<String, String> environment, String... arguments)
      throws IOException {
    var command = new ArrayList<String>();
    command.add(JAVA);
    command.add("--enable-native-access=ALL-UNNAMED");
    command.addAll(List.of("-XX:AOTCache=" + CACHE, "-Xlog:aot*=off", "-Xlog:cds*=off"));
    // The runs are short: the second compiler does not pay off.
    command.add("-XX:TieredStopAtLevel=1");
    command.add("-Ddossier.home=" + home);
    command.addAll(jvmOptions);
    command.addAll(List.of("-jar", jar.toString()));
    command.addAll(List.of(arguments));
    var out = Files.createTempFile(home, "out", ".txt");
    var err = Files.createTempFile(home, "err", ".txt");
    var builder =
        new ProcessBuilder(command).redirectOutput(out.toFile()).redirectError(err.toFile());
    builder.environment().putAll(environment);
    var process = builder.start();
    started.add(process);
    return new Running(process, out, err);
  }

  /// A process that may still be running.
  record Running(Process process, Path out, Path err) {
    /// @param err what it wrote to standard error, warnings of the JVM included
    record Ended(int exitCode, String out, String err) {}

    Ended ended() throws IOException, InterruptedException {
      assertThat(process.waitFor(TIMEOUT.toSeconds(), TimeUnit.SECONDS)).isTrue();
      return new Ended(process.exitValue(), Files.readString(out), Files.readString(err));
    }

    /// Waits until the server is ready, and returns its address.
    String address() throws IOException, InterruptedException {
      return address(out);
    }

    /// The same, for a server with a JSON log.
    String loggedAddress() throws IOException, InterruptedException {
      return address(err);
    }

    private String address(Path file) throws IOException, InterruptedException {
      await(file, text -> READY.matcher(text).find());
      var ready = READY.matcher(Files.readString(file));
      assertThat(ready.find()).isTrue();
      return ready.group(1);
    }

    void awaitOut(Predicate<String> seen) throws IOException, InterruptedException {
      await(out, seen);
    }

    void awaitErr(Predicate<String> seen) throws IOException, InterruptedException {
      await(err, seen);
    }

    private void await(Path file, Predicate<String> seen) throws IOException, InterruptedException {
      long end = System.nanoTime() + TIMEOUT.toNanos();
      while (!seen.test(Files.readString(file))) {
        assertThat(process.isAlive()).as(Files.readString(err)).isTrue();
        assertThat(System.nanoTime()).isLessThan(end);
        process.waitFor(20, TimeUnit.MILLISECONDS);
      }
    }

    /// Sends SIGTERM, which is handled in the same way as Ctrl-C. Programs that are started in the
    /// background, as these tests may be, ignore the signal of Ctrl-C itself.
    void interrupt() {
      process.destroy();
    }
  }
}
