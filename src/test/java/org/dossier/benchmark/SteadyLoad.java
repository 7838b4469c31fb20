package org.dossier.benchmark;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Callable;
import org.dossier.evaluation.question.GoldQuestion;
import org.dossier.evaluation.question.QuestionSet;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/// The command that asks a running server at a steady rate, regardless of whether it keeps up,
/// while articles are added and deleted, and prints the latencies; see
/// docs/measurements/capacity.md.
@Command(
    name = "steady-load",
    description = "Asks a running server at a steady rate.",
    mixinStandardHelpOptions = true)
final class SteadyLoad implements Callable<Integer> {
  @Option(names = "--server", description = "address of the server (default: ${DEFAULT-VALUE})")
  private URI server = URI.create("http://127.0.0.1:8080");

  @Option(names = "--questions", required = true, description = "a question set")
  private Path questions = Path.of("");

  @Option(
      names = "--rates",
      split = ",",
      description = "questions per second, one rate after another (default: ${DEFAULT-VALUE})")
  private List<Integer> rates = List.of(50);

  @Option(names = "--seconds", description = "duration of each rate (${DEFAULT-VALUE})")
  private int seconds = 600;

  @Option(names = "--warm-up", description = "seconds that do not count (${DEFAULT-VALUE})")
  private int warmUp = 30;

  @Option(names = "--changes", description = "articles added per minute (${DEFAULT-VALUE})")
  private int changes = 60;

  @Option(names = "--new-words", description = "append a new word to each question")
  private boolean newWords;

  @Option(names = "--process", description = "process id of the server, to measure its memory")
  private @Nullable Long process;

  private SteadyLoad() {}

  public static void main(String[] arguments) {
    System.exit(new CommandLine(new SteadyLoad()).execute(arguments));
  }

  @Override
  public Integer call() {
    var asked =
        QuestionSet.read(questions).questions().stream().map(GoldQuestion::question).toList();
    boolean failed = false;
    try (var client = new LoadClient(server, System.getenv("DOSSIER_TOKEN"))) {
      var load = new Load(client, new Asked(asked, newWords), changes, process);
      load.hold(rates.getFirst(), Duration.ofSeconds(warmUp));
      for (int rate : rates) {
        var minutes = load.hold(rate, Duration.ofSeconds(seconds));
        System.out.println(LoadTable.of(rate, minutes));
        failed |= minutes.stream().anyMatch(minute -> minute.failed() > 0);
      }
    }
    return failed ? 1 : 0;
  }

  /// The questions, asked repeatedly.
  ///
  /// @param newWords true to append a new word to each question, so that nothing computed for one
  ///   question can serve another
  record Asked(List<String> questions, boolean newWords) {
    String question(long number) {
      var question = questions.get((int) (number % questions.size()));
      return newWords ? question + " x" + Long.toString(number, Character.MAX_RADIX) : question;
    }
  }
}
