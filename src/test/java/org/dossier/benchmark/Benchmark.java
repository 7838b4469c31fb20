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
import org.dossier.benchmark.Result.IngestionResult;
import org.dossier.benchmark.Result.SearchResult;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/// The command that runs the benchmark and prints its result; see docs/measurements/benchmark.md.
@Command(
    name = "benchmark",
    description = "Compares this project with LangChain4j's stores.",
    mixinStandardHelpOptions = true)
final class Benchmark implements Callable<Integer> {
  @Option(
      names = "--archive",
      description = "articles to ingest; without it, ingestion is not measured")
  private @Nullable Path archive;

  @Option(names = "--questions", description = "a question set about these articles")
  private @Nullable Path questions;

  @Option(
      names = "--articles",
      description = "maximum number of articles (default: ${DEFAULT-VALUE})")
  private int articles = 200;

  @Option(
      names = "--sizes",
      split = ",",
      description = "numbers of synthetic passages to search (${DEFAULT-VALUE}); 0 for none")
  private List<Integer> sizes = List.of(1_000, 10_000, 100_000);

  @Option(
      names = "--contestants",
      split = ",",
      description = "contestants among ${COMPLETION-CANDIDATES} (default: all)")
  private List<Contestants> contestants = List.of(Contestants.values());

  @Option(
      names = "--rounds",
      description = "number of rounds of each contestant (${DEFAULT-VALUE})")
  private int rounds = 3;

  @Option(names = "--asked", description = "questions per round (default: ${DEFAULT-VALUE})")
  private int asked = 50;

  @Option(names = "--json", description = "file for the result as JSON")
  private @Nullable Path json;

  private Benchmark() {}

  public static void main(String[] arguments) {
    System.exit(new CommandLine(new Benchmark()).execute(arguments));
  }

  @Override
  public Integer call() throws IOException {
    try (var folder = TemporaryFolder.make()) {
      var result =
          new Result(
              Conditions.here(rounds), runIngestion(folder.path()), runSearch(folder.path()));
      System.out.println();
      System.out.print(ResultTable.of(result));
      if (json != null) {
        Files.writeString(json, json(result));
      }
      return 0;
    }
  }

  private List<IngestionResult> runIngestion(Path folder) throws IOException {
    if (archive == null || questions == null) {
      return List.of();
    }
    reportProgress("ingesting");
    var material = Material.read(archive, questions, articles);
    var saved = folder.resolve("material");
    material.save(saved);
    var where = List.of(saved.toString(), questions.toAbsolutePath().toString());
    return new IngestionBenchmark(new Processes(where), material, rounds).run(contestants, folder);
  }

  private List<SearchResult> runSearch(Path folder) {
    var searchResult = new ArrayList<SearchResult>();
    for (int size : sizes.stream().filter(size -> size > 0).toList()) {
      reportProgress("searching, " + size + " passages");
      var searchBenchmark = new SearchBenchmark(new Processes(List.of()), asked, rounds);
      searchResult.addAll(searchBenchmark.run(contestants, size, folder));
    }
    return searchResult;
  }

  private static void reportProgress(String what) {
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
