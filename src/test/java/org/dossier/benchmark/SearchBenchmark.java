package org.dossier.benchmark;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import org.dossier.benchmark.Result.Latency;
import org.dossier.benchmark.Result.SearchResult;

/// A measurement in which all contestants store the same synthetic passages and answer the same
/// questions, in alternating rounds. A contestant with files on disk is filled by one process and
/// served by another, as after a restart; a contestant in memory is filled in the serving process.
final class SearchBenchmark {
  private static final double BYTES_A_MEGABYTE = 1 << 20;

  private final Workers workers;
  private final int questions;
  private final int rounds;

  SearchBenchmark(Workers workers, int questions, int rounds) {
    this.workers = workers;
    this.questions = questions;
    this.rounds = rounds;
  }

  List<SearchResult> run(List<Contestants> contestants, int size, Path folder) {
    fill(contestants, size, folder);
    var running = new ArrayList<Running>();
    try {
      for (var who : contestants) {
        running.add(new Running(who, serving(who, size, folder), new ArrayList<>()));
      }
      // A warm-up round, so that the JVMs compile the hot code.
      running.forEach(each -> each.worker().run("ask " + questions));
      for (int round = 0; round < rounds; round++) {
        running.forEach(each -> each.asked().add(each.worker().run("ask " + questions)));
      }
      var nearest = nearest(size);
      return running.stream().map(each -> result(each, size, nearest)).toList();
    } finally {
      running.forEach(each -> each.worker().close());
    }
  }

  /// Fills all contestants in parallel, because the time does not count.
  private void fill(List<Contestants> contestants, int size, Path folder) {
    var filling =
        contestants.stream()
            .filter(Contestants::keeps)
            .map(who ->
                CompletableFuture.runAsync(
                    () -> {
                      try (var worker = workers.forFilling(who, kept(who, size, folder))) {
                        worker.run("fill " + size);
                      }
                    },
                    Thread::startVirtualThread))
            .toArray(CompletableFuture<?>[]::new);
    CompletableFuture.allOf(filling).join();
  }

  private Worker serving(Contestants who, int size, Path folder) {
    var worker = workers.forServing(who, kept(who, size, folder));
    if (!who.keeps()) {
      worker.run("fill " + size);
    }
    return worker;
  }

  private static Path kept(Contestants who, int size, Path folder) {
    return folder.resolve(size + "-" + who.name());
  }

  private SearchResult result(Running running, int size, List<Set<Integer>> nearest) {
    var asked = running.asked();
    var memory = running.worker().run("memory");
    return new SearchResult(
        running.who(),
        size,
        Latency.of(asked.stream().map(round -> Arrays.copyOf(round, questions)).toList()),
        Latency.of(
            asked.stream()
                .map(round -> Arrays.copyOfRange(round, questions, 2 * questions))
                .toList()),
        exact(running.worker(), nearest),
        memory[0] / BYTES_A_MEGABYTE,
        memory[1] / BYTES_A_MEGABYTE);
  }

  private static double exact(Worker worker, List<Set<Integer>> nearest) {
    long found = 0;
    long all = 0;
    for (int question = 0; question < nearest.size(); question++) {
      var near = nearest.get(question);
      all += near.size();
      found +=
          Arrays.stream(worker.run("nearest " + question))
              .filter(number -> near.contains((int) number))
              .count();
    }
    return (double) found / all;
  }

  private record Running(Contestants who, Worker worker, List<double[]> asked) {}

  /// The exact nearest neighbours of each question, found by comparing all passages.
  private List<Set<Integer>> nearest(int size) {
    var passages = new Synthetic(size);
    var best = new ArrayList<Nearest>();
    for (int question = 0; question < questions; question++) {
      best.add(new Nearest(Synthetic.questionVector(question)));
    }
    for (int number = 0; number < size; number++) {
      var vector = passages.vector(number);
      for (var nearest : best) {
        nearest.add(number, vector);
      }
    }
    return best.stream().<Set<Integer>>map(nearest -> new HashSet<>(nearest.numbers())).toList();
  }
}
