package org.dossier.benchmark;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.dossier.benchmark.Result.Conditions;
import org.dossier.benchmark.Result.Served;
import org.dossier.benchmark.Result.Taken;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/// The command that runs the benchmark and prints its result; see docs/benchmark.md.
@Command(
    name = "benchmark",
    description = "Measures this project beside LangChain4j's stores.",
    mixinStandardHelpOptions = true)
final class Benchmark implements Callable<Integer> {
  @Option(names = "--archive", description = "articles to take in; none for no such part")
  private @Nullable Path archive;

  @Option(names = "--questions", description = "a question set about them")
  private @Nullable Path questions;

  @Option(names = "--articles", description = "how many of them (default: ${DEFAULT-VALUE})")
  private int articles = 200;

  @Option(
      names = "--sizes",
      split = ",",
      description = "how many synthetic passages to search (${DEFAULT-VALUE}); 0 for none")
  private List<Integer> sizes = List.of(1_000, 10_000, 100_000);

  @Option(
      names = "--contestants",
      split = ",",
      description = "of ${COMPLETION-CANDIDATES} (default: all)")
  private List<Contestants> contestants = List.of(Contestants.values());

  @Option(names = "--rounds", description = "how often each has its turn (${DEFAULT-VALUE})")
  private int rounds = 3;

  @Option(names = "--asked", description = "questions in a round (default: ${DEFAULT-VALUE})")
  private int asked = 50;

  @Option(names = "--json", description = "where to write the result as JSON too")
  private @Nullable Path json;

  private Benchmark() {}

  public static void main(String[] arguments) {
    System.exit(new CommandLine(new Benchmark()).execute(arguments));
  }

  @Override
  public Integer call() throws IOException {
    try (var folder = TemporaryFolder.make()) {
      var result = new Result(Conditions.here(rounds), taken(folder.path()), served(folder.path()));
      System.out.println();
      System.out.print(ResultTable.of(result));
      if (json != null) {
        Files.writeString(json, json(result));
      }
      return 0;
    }
  }

  private List<Taken> taken(Path folder) throws IOException {
    if (archive == null || questions == null) {
      return List.of();
    }
    say("taking in");
    var material = Material.read(archive, questions, articles);
    var saved = folder.resolve("material");
    material.save(saved);
    var where = List.of(saved.toString(), questions.toAbsolutePath().toString());
    return new TakingIn(new Processes(where), material, rounds).run(contestants, folder);
  }

  private List<Served> served(Path folder) {
    var served = new ArrayList<Served>();
    for (int size : sizes.stream().filter(size -> size > 0).toList()) {
      say("asking, " + size + " passages");
      var serving = new Serving(new Processes(List.of()), asked, rounds);
      served.addAll(serving.run(contestants, size, folder));
    }
    return served;
  }

  private static void say(String what) {
    System.err.println(what + " …");
  }

  private static String json(Result result) throws IOException {
    return new ObjectMapper().enable(SerializationFeature.INDENT_OUTPUT).writeValueAsString(result)
        + "\n";
  }

  /// Worker processes with the options that the launcher gives to commands for such work: long work
  /// uses the vector instructions, which the JVM announces with a message; serving does not use
  /// them.
  private record Processes(List<String> material) implements Workers {
    private static final List<String> LONG_WORK = List.of("--add-modules=jdk.incubator.vector");

    @Override
    public Worker forArticles(Contestants who, Path folder) {
      return new WorkerProcess(who, folder, LONG_WORK, material);
    }

    @Override
    public Worker forFilling(Contestants who, Path folder) {
      return new WorkerProcess(who, folder, LONG_WORK, List.of());
    }

    @Override
    public Worker forServing(Contestants who, Path folder) {
      return new WorkerProcess(who, folder, List.of(), List.of());
    }
  }
}
