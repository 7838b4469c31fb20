package org.dossier.answer;

import java.time.Duration;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.dossier.benchmark.TemporaryFolder;
import org.dossier.llm.ModelMeter;
import org.dossier.llm.ModelSettings;
import org.dossier.llm.ScriptedModel;
import org.dossier.llm.ScriptedModel.Step;
import org.dossier.llm.WireFormat;

/// Measures the time from the last token of the first statement to the listener: transport,
/// splitting, verification. docs/how-to/llm.md has the command.
final class StatementTiming {
  private static final int WARM_UP = 20;
  private static final int ROUNDS = 100;

  /// Long enough to read everything but the last word.
  private static final Duration WAITING = Duration.ofMillis(300);

  private static final String COST =
      "The repairs cost 4.2 million crowns, the harbour master Ilse Varga said.";
  private static final String TOLD =
      "Ilse Varga said that the repairs had cost 4.2 million crowns.";

  private StatementTiming() {}

  public static void main(String... arguments) throws Exception {
    var article =
        AnswererFixture.article(
            "reopening",
            "The swing bridge reopens",
            LocalDate.of(2024, 3, 6),
            "The swing bridge reopened on Tuesday. " + COST + " The repairs took nine weeks.");
    try (var folder = TemporaryFolder.make();
        var archive = new AnswererFixture(folder.path(), List.of(article));
        var server = new ScriptedModel(WireFormat.OPENAI)) {
      var answerer =
          archive.answerer(ModelSettings.of(server, Map.of(), ModelMeter.NONE), ModelMeter.NONE);
      var micros = new long[ROUNDS];
      for (int round = -WARM_UP; round < ROUNDS; round++) {
        long took = round(answerer, server);
        if (round >= 0) {
          micros[round] = took;
        }
      }
      print(micros);
    }
    // The model's client has non-daemon threads.
    System.exit(0);
  }

  /// @return microseconds from the moment the model continues to the first statement
  private static long round(Answerer answerer, ScriptedModel server) {
    var gate = new CountDownLatch(1);
    var opened = new AtomicLong();
    var stood = new AtomicLong();
    server.script(request -> {
      int number =
          request.lines().entrySet().stream()
              .filter(line -> line.getValue().startsWith(COST))
              .findFirst()
              .orElseThrow()
              .getKey();
      return List.of(
          new Step.Words(TOLD + " "),
          new Step.Wait(gate),
          new Step.Words("[" + number + "]\n"),
          new Step.End("stop"));
    });
    var listener =
        new AnswerListener() {
          @Override
          public void statement(Statement statement, List<Citation> citations) {
            stood.compareAndSet(0, System.nanoTime());
          }
        };
    Thread.ofVirtual().start(() -> openAfterItWaits(gate, opened));
    answerer.answer(AnswererFixture.question("What did the repairs cost?"), listener);
    return TimeUnit.NANOSECONDS.toMicros(stood.get() - opened.get());
  }

  private static void openAfterItWaits(CountDownLatch gate, AtomicLong opened) {
    try {
      Thread.sleep(WAITING);
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
    }
    opened.set(System.nanoTime());
    gate.countDown();
  }

  private static void print(long... micros) {
    Arrays.sort(micros);
    System.out.printf(
        "first statement, from its last word to the listener, of %d: median %.1f ms, p95 %.1f ms, most %.1f ms%n",
        micros.length,
        micros[micros.length / 2] / 1000.0,
        micros[micros.length * 95 / 100] / 1000.0,
        micros[micros.length - 1] / 1000.0);
  }
}
