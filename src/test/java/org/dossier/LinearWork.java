package org.dossier;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.management.ManagementFactory;
import java.time.Duration;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.IntFunction;

/// Verifies that the work of a function grows at most linearly with its input. Work is measured as
/// the processor time of the thread that does it, so that a busy machine makes no difference.
///
/// A function that is fast for the full length is linear: with the lengths used here, a quadratic
/// one would take many times as long. Otherwise the work for the whole and for half of the input is
/// compared, several times, and the best comparison counts.
public final class LinearWork {
  private static final Duration CHEAP = Duration.ofMillis(400);
  private static final double MOST_GROWTH = 3;
  private static final int COMPARISONS = 4;
  private static final int FIRST_PART = 16;

  private LinearWork() {}

  /// Verifies `function` for every pattern of hostile text.
  ///
  /// @param length the largest text that the function may receive, or one that is long enough to
  ///   distinguish linear from quadratic work
  public static void verify(int length, Consumer<String> function) {
    verify(HostileText.ALL, length, function);
  }

  /// Verifies `function` for `patterns`.
  public static void verify(List<HostileText> patterns, int length, Consumer<String> function) {
    for (var pattern : patterns) {
      verify(pattern.name(), length, pattern::ofLength, function);
    }
  }

  /// Verifies `function` for one kind of input, which `input` makes in any length.
  public static <T> void verify(
      String name, int length, IntFunction<T> input, Consumer<? super T> function) {
    // In growing parts, so that a quadratic function fails before it takes hours.
    for (int part = length / FIRST_PART; part <= length; part *= 2) {
      var whole = input.apply(part);
      if (work(whole, function) > CHEAP.toNanos()) {
        var half = input.apply(part / 2);
        assertThat(leastGrowth(half, whole, function))
            .as("growth of the work from %,d to %,d characters: %s", part / 2, part, name)
            .isLessThan(MOST_GROWTH);
      }
    }
  }

  private static <T> double leastGrowth(T half, T whole, Consumer<? super T> function) {
    double least = Double.MAX_VALUE;
    for (int i = 0; i < COMPARISONS && least >= MOST_GROWTH; i++) {
      least = Math.min(least, (double) work(whole, function) / work(half, function));
    }
    return least;
  }

  private static <T> long work(T input, Consumer<? super T> function) {
    var thread = ManagementFactory.getThreadMXBean();
    long before = thread.getCurrentThreadCpuTime();
    function.accept(input);
    return Math.max(1, thread.getCurrentThreadCpuTime() - before);
  }
}
