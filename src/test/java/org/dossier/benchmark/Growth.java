package org.dossier.benchmark;

import java.io.BufferedReader;
import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import org.dossier.search.opensearch.TestCluster;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/// The command that lets an archive of synthetic passages grow and prints what changes with its
/// size; see docs/measurements/growth.md. Each size is filled by one process and asked by another,
/// as after a restart.
@Command(
    name = "growth",
    description = "Lets an archive grow and measures it at each size.",
    mixinStandardHelpOptions = true)
final class Growth implements Callable<Integer> {
  private static final double MEGABYTE = 1e6;
  private static final double MILLIS = 1_000;

  private enum Engine {
    EMBEDDED,
    OPENSEARCH
  }

  @Option(
      names = "--sizes",
      split = ",",
      description = "numbers of passages, ascending multiples of 5 (${DEFAULT-VALUE})")
  private List<Integer> sizes = List.of(10_000, 100_000, 1_000_000);

  @Option(
      names = "--engine",
      description = "one of ${COMPLETION-CANDIDATES} (default: ${DEFAULT-VALUE})")
  private Engine engine = Engine.EMBEDDED;

  @Option(names = "--asked", description = "questions for each size (default: ${DEFAULT-VALUE})")
  private int asked = 200;

  @Option(
      names = "--folder",
      description = "folder of the archive, which may exist; without it, a temporary one")
  private @Nullable Path folder;

  @Option(
      names = "--fill-memory",
      description = "maximum heap of the process that fills (default: ${DEFAULT-VALUE})")
  private String fillMemory = "1536m";

  @Option(
      names = "--ask-memory",
      description = "maximum heap of the process that asks (default: ${DEFAULT-VALUE})")
  private String askMemory = "384m";

  private Growth() {}

  public static void main(String[] arguments) {
    System.exit(new CommandLine(new Growth()).execute(arguments));
  }

  @Override
  public Integer call() throws IOException, InterruptedException {
    if (folder != null) {
      run(Files.createDirectories(folder));
      return 0;
    }
    try (var temporary = TemporaryFolder.make()) {
      run(temporary.path());
    }
    return 0;
  }

  private void run(Path data) throws IOException, InterruptedException {
    @Nullable String cluster =
        engine == Engine.OPENSEARCH ? TestCluster.get().settings().url() : null;
    System.out.print(
        """
        | passages | stored/s | processor, ms | indexed/s | processor, ms | lexical, ms (p95) | its processor time | vector, ms (p95) | \
        its processor time | recall | resident, MB (without files) | heap, MB | database, MB | index, MB |
        |---:|---:|---:|---:|---:|---:|---:|---:|---:|---:|---:|---:|---:|---:|
        """);
    for (int size : sizes) {
      var filled =
          figures(
              fillMemory,
              List.of("--add-modules=jdk.incubator.vector"),
              "fill",
              size,
              data,
              cluster);
      var found = figures(askMemory, List.of(), String.valueOf(asked), size, data, cluster);
      System.out.println(row(size, filled, found));
    }
  }

  private static String row(int size, Figures filled, Figures found) {
    return String.format(
        Locale.ROOT,
        "| %,d | %,.0f | %.2f | %,.0f | %.2f | %s | %s | %s | %s | %.1f %% | %,.0f (%,.0f) | %,.0f | %,.0f | %,.0f |",
        size,
        filled.of("passages") / filled.of("stored"),
        MILLIS * filled.of("stored-processor") / filled.of("passages"),
        filled.of("passages") / filled.of("indexed"),
        MILLIS * filled.of("indexed-processor") / filled.of("passages"),
        found.percentiles("lexical"),
        found.percentiles("lexical-processor"),
        found.percentiles("vector"),
        found.percentiles("vector-processor"),
        100 * found.of("recall"),
        found.of("resident") / MEGABYTE,
        found.of("anonymous") / MEGABYTE,
        found.of("heap") / MEGABYTE,
        found.of("database") / MEGABYTE,
        found.of("index") / MEGABYTE);
  }

  /// The figures of a [GrowthProcess] by name.
  private record Figures(Map<String, Double> byName) {
    /// NaN if the figure does not exist on this system.
    double of(String name) {
      return byName.getOrDefault(name, Double.NaN);
    }

    String percentiles(String name) {
      return String.format(Locale.ROOT, "%.1f (%.1f)", of(name + "-p50"), of(name + "-p95"));
    }
  }

  /// Runs a [GrowthProcess] and returns its figures.
  private static Figures figures(
      String memory,
      List<String> options,
      String what,
      int size,
      Path data,
      @Nullable String cluster)
      throws IOException, InterruptedException {
    var command = new ArrayList<String>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(List.of("-Xmx" + memory, "--enable-native-access=ALL-UNNAMED"));
    command.addAll(options);
    command.addAll(List.of("-cp", System.getProperty("java.class.path")));
    command.addAll(
        List.of(GrowthProcess.class.getName(), what, String.valueOf(size), data.toString()));
    if (cluster != null) {
      command.add(cluster);
    }
    var process = new ProcessBuilder(command).redirectError(Redirect.INHERIT).start();
    var figures = new HashMap<String, Double>();
    try (BufferedReader output = process.inputReader()) {
      output
          .lines()
          .map(line -> line.split(" "))
          .forEach(line -> figures.put(line[0], Double.valueOf(line[1])));
    }
    int exit = process.waitFor();
    if (exit != 0) {
      throw new IllegalStateException("%s %d: exit code %d".formatted(what, size, exit));
    }
    figures.forEach((name, value) -> System.err.printf(Locale.ROOT, "%s %.3f%n", name, value));
    return new Figures(figures);
  }
}
