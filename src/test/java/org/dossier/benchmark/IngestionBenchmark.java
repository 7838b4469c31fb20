package org.dossier.benchmark;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.dossier.benchmark.Result.IngestionResult;

/// A measurement in which all contestants ingest the same articles, in alternating parts, so that
/// other load on the machine affects all of them, and then answer the same questions.
final class IngestionBenchmark {
  /// The number of passages that may contain the answer.
  private static final int FIRST = 5;

  private final Workers workers;
  private final Material material;
  private final int rounds;

  IngestionBenchmark(Workers workers, Material material, int rounds) {
    this.workers = workers;
    this.material = material;
    this.rounds = rounds;
  }

  List<IngestionResult> run(List<Contestants> contestants, Path folder) {
    var running = new ArrayList<Running>();
    try {
      for (var who : contestants) {
        var worker = workers.forArticles(who, folder.resolve("articles-" + who.name()));
        running.add(new Running(who, worker, new ArrayList<>()));
        worker.run("warm-up");
      }
      for (int round = 0; round < rounds; round++) {
        ingest(running, round);
      }
      return running.stream().map(this::result).toList();
    } finally {
      running.forEach(each -> each.worker().close());
    }
  }

  private void ingest(List<Running> running, int round) {
    long characters = Material.characters(material.part(round, rounds));
    for (var each : running) {
      var numbers = each.worker().run("ingest " + round + " " + rounds);
      each.parts().add(new Part((long) numbers[0], characters, numbers[1]));
    }
  }

  private IngestionResult result(Running running) {
    var parts = running.parts();
    return new IngestionResult(
        running.who(),
        material.articles().size(),
        parts.stream().mapToLong(Part::passages).sum(),
        Result.median(parts.stream().mapToDouble(p -> p.passages() / p.seconds()).toArray()),
        Result.median(parts.stream().mapToDouble(p -> p.characters() / p.seconds()).toArray()),
        material.questions().size(),
        (int) running.worker().run("recall " + FIRST)[0]);
  }

  private record Running(Contestants who, Worker worker, List<Part> parts) {}

  private record Part(long passages, long characters, double seconds) {}
}
