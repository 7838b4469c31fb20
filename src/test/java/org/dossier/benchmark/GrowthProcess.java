package org.dossier.benchmark;

import com.sun.management.OperatingSystemMXBean;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.IntConsumer;
import org.dossier.search.Filters;
import org.dossier.search.PassageIndex;
import org.jspecify.annotations.Nullable;

/// The child process of [Growth]: it fills an archive, or asks it, and prints the figures, each as
/// a line with a name and a number.
final class GrowthProcess {
  /// The number of candidates that retrieval takes from each search by default.
  private static final int CANDIDATES = 100;

  /// The questions whose exact nearest neighbours are computed.
  private static final int COMPARED = 50;

  private static final OperatingSystemMXBean PROCESS =
      ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class);
  private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();

  private final GrowthArchive archive;
  private final int size;
  private final Map<String, Double> figures = new TreeMap<>();

  private GrowthProcess(GrowthArchive archive, int size) {
    this.archive = archive;
    this.size = size;
  }

  /// @param arguments `fill` or the number of questions, the number of passages, the folder, and
  ///   the address of the cluster if the index is in one
  public static void main(String[] arguments) throws IOException {
    int size = Integer.parseInt(arguments[1]);
    try (var archive =
        new GrowthArchive(Path.of(arguments[2]), arguments.length > 3 ? arguments[3] : null)) {
      var process = new GrowthProcess(archive, size);
      if (arguments[0].equals("fill")) {
        process.fill();
      } else {
        process.ask(Integer.parseInt(arguments[0]));
      }
      process.figures.forEach((name, value) -> System.out.println(name + " " + value));
    }
    // Threads of the libraries would keep the process alive.
    System.exit(0);
  }

  private void fill() throws IOException {
    time("stored", () -> figures.put("passages", (double) archive.fill(new Synthetic(size))));
    time("indexed", () -> archive.index().commit());
    addPeak();
  }

  /// Adds the seconds that `work` takes, and the seconds of processor time of all threads.
  private void time(String name, Runnable work) {
    long start = System.nanoTime();
    long startOfProcessor = PROCESS.getProcessCpuTime();
    work.run();
    figures.put(name, (System.nanoTime() - start) / 1e9);
    figures.put(name + "-processor", (PROCESS.getProcessCpuTime() - startOfProcessor) / 1e9);
  }

  private void ask(int questions) throws IOException {
    var index = archive.index();
    int found = index.search(snapshot -> Math.min(snapshot.passages(), snapshot.vectors()));
    if (found != size) {
      throw new IllegalStateException(
          "of %d passages, %d can be found by lexical and vector search".formatted(size, found));
    }
    // A warm-up with other questions, so that the JVM compiles the hot code.
    for (int i = 0; i < questions; i++) {
      lexical(index, questions + i);
      vector(index, questions + i);
    }
    addTimes("lexical", questions, question -> lexical(index, question));
    addTimes("vector", questions, question -> vector(index, question));
    addMemory();
    figures.put("database", (double) archive.databaseBytes());
    figures.put("index", (double) archive.indexBytes());
    figures.put("recall", recall(index, Math.min(COMPARED, questions)));
  }

  private static void lexical(PassageIndex index, int question) {
    var words = Synthetic.question(question);
    index.search(snapshot -> snapshot.searchLexical(words, Filters.NONE, CANDIDATES));
  }

  private static void vector(PassageIndex index, int question) {
    var vector = Synthetic.questionVector(question);
    index.search(snapshot -> snapshot.searchVector(vector, Filters.NONE, CANDIDATES));
  }

  private void addTimes(String stage, int questions, IntConsumer ask) {
    var elapsed = new long[questions];
    var processor = new long[questions];
    for (int question = 0; question < questions; question++) {
      long start = System.nanoTime();
      long startOfProcessor = THREADS.getCurrentThreadCpuTime();
      ask.accept(question);
      processor[question] = THREADS.getCurrentThreadCpuTime() - startOfProcessor;
      elapsed[question] = System.nanoTime() - start;
    }
    addPercentiles(stage, elapsed);
    addPercentiles(stage + "-processor", processor);
  }

  private void addPercentiles(String name, long[] nanos) {
    Arrays.sort(nanos);
    figures.put(name + "-p50", nanos[nanos.length / 2] / 1e6);
    figures.put(name + "-p95", nanos[(int) (nanos.length * 0.95)] / 1e6);
  }

  /// The share of the exact nearest passages that the vector search finds.
  private double recall(PassageIndex index, int questions) {
    var nearest = GrowthArchive.nearest(size, questions);
    int found = 0;
    int all = 0;
    for (int question = 0; question < questions; question++) {
      var vector = Synthetic.questionVector(question);
      List<Integer> numbers =
          index.search(snapshot ->
              snapshot.searchVector(vector, Filters.NONE, CANDIDATES).stream()
                  .map(hit -> Synthetic.number(hit.articleId(), hit.ordinal()))
                  .toList());
      var exact = new HashSet<>(nearest.get(question).numbers());
      all += exact.size();
      exact.retainAll(numbers);
      found += exact.size();
    }
    return (double) found / all;
  }

  private void addMemory() throws IOException {
    var memory = Memory.now();
    figures.put("resident", memory[0]);
    figures.put("heap", memory[1]);
    addStatus("anonymous", "RssAnon:");
  }

  private void addPeak() throws IOException {
    addStatus("peak", "VmHWM:");
  }

  /// A figure of Linux about this process, if it has one.
  private void addStatus(String name, String field) throws IOException {
    var status = Path.of("/proc/self/status");
    @Nullable String line =
        Files.exists(status)
            ? Files.readAllLines(status).stream()
                .filter(each -> each.startsWith(field))
                .findFirst()
                .orElse(null)
            : null;
    if (line != null) {
      figures.put(name, Long.parseLong(line.replaceAll("\\D", "")) * 1024.0);
    }
  }
}
