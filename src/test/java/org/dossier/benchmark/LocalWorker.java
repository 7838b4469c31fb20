package org.dossier.benchmark;

import java.util.Arrays;
import java.util.List;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import org.dossier.archive.Article;

/// A worker in this process.
final class LocalWorker implements Worker {
  private static final Article WARMING_UP =
      new Article(
          "warming-up",
          "Warming up",
          null,
          List.of(),
          null,
          "en",
          null,
          false,
          null,
          Synthetic.question(0).repeat(8) + ".");

  private final Contestant contestant;
  private final Material material;

  LocalWorker(Contestant contestant, Material material) {
    this.contestant = contestant;
    this.material = material;
  }

  @Override
  public double[] run(String command) {
    var words = command.split(" ");
    int[] numbers = Arrays.stream(words).skip(1).mapToInt(Integer::parseInt).toArray();
    return switch (words[0]) {
      case "warm-up" -> warmUp();
      case "ingest" -> ingest(numbers[0], numbers[1]);
      case "recall" -> new double[] {material.held(contestant::find, numbers[0])};
      case "fill" -> fill(numbers[0]);
      case "ask" -> ask(numbers[0]);
      case "nearest" -> nearest(numbers[0]);
      case "memory" -> Memory.now();
      default -> throw new IllegalArgumentException("unknown command: " + command);
    };
  }

  private double[] warmUp() {
    contestant.ingest(List.of(WARMING_UP));
    for (int i = 0; i < 20; i++) {
      contestant.find(Synthetic.question(i));
    }
    return new double[0];
  }

  private double[] ingest(int round, int rounds) {
    var articles = material.part(round, rounds);
    long start = System.nanoTime();
    int passages = contestant.ingest(articles);
    return new double[] {passages, (System.nanoTime() - start) / 1e9};
  }

  private double[] fill(int size) {
    contestant.fill(new Synthetic(size));
    return new double[0];
  }

  private double[] ask(int count) {
    var questions = IntStream.range(0, count).mapToObj(Synthetic::question).toList();
    var vectors = IntStream.range(0, count).mapToObj(Synthetic::questionVector).toList();
    var whole = questions.stream().mapToDouble(asked -> time(() -> contestant.find(asked)));
    var near = vectors.stream().mapToDouble(asked -> time(() -> contestant.nearest(asked)));
    return DoubleStream.concat(whole, near).toArray();
  }

  private static double time(Runnable work) {
    long start = System.nanoTime();
    work.run();
    return System.nanoTime() - start;
  }

  private double[] nearest(int question) {
    return contestant.nearest(Synthetic.questionVector(question)).stream()
        .mapToDouble(Integer::doubleValue)
        .toArray();
  }

  @Override
  public void close() {
    contestant.close();
  }
}
