package org.dossier.benchmark;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.jspecify.annotations.Nullable;

/// A load of questions at a steady rate while articles are added and deleted. If a question waits
/// because the server is slow, its latency counts from the time it was due and not from the time it
/// was sent.
final class Load {
  private static final long MINUTE = TimeUnit.MINUTES.toNanos(1);

  /// The number of added articles that exist at the same time.
  private static final int STAYING = 20;

  private final LoadClient client;
  private final SteadyLoad.Asked asked;
  private final int changes;
  private final @Nullable Long process;
  private final AtomicLong number = new AtomicLong();
  private final AtomicLong article = new AtomicLong();

  /// @param changes articles added per minute; as many are deleted
  /// @param process the process whose memory is measured; `null` for none
  Load(LoadClient client, SteadyLoad.Asked asked, int changes, @Nullable Long process) {
    this.client = client;
    this.asked = asked;
    this.changes = changes;
    this.process = process;
  }

  /// Asks `rate` questions per second for `time`, and waits for the last answer.
  List<LoadMinute> hold(int rate, Duration time) {
    int minutes = Math.toIntExact(Math.ceilDiv(time.toSeconds(), 60));
    var tallies = LongStream.range(0, minutes).mapToObj(minute -> new LoadTally()).toList();
    var current = new AtomicReference<>(tallies.getFirst());
    var asking = new AtomicBoolean(true);
    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      var _ = threads.submit(() -> change(asking, current::get));
      long start = System.nanoTime();
      for (long i = 0; i < rate * time.toSeconds(); i++) {
        long due = start + i * TimeUnit.SECONDS.toNanos(1) / rate;
        waitUntil(due);
        var tally = tallies.get((int) ((due - start) / MINUTE));
        current.set(tally);
        tally.sawMemory(process);
        var _ = threads.submit(() -> ask(due, tally));
      }
      asking.set(false);
    }
    return tallies.stream().map(LoadTally::minute).toList();
  }

  private static void waitUntil(long due) {
    for (long left = due - System.nanoTime(); left > 0; left = due - System.nanoTime()) {
      LockSupport.parkNanos(left);
    }
  }

  private void ask(long due, LoadTally tally) {
    var outcome = client.ask(asked.question(number.getAndIncrement()));
    tally.add(outcome, System.nanoTime() - due);
  }

  private void change(AtomicBoolean asking, Supplier<LoadTally> tally) {
    var there = new ArrayList<String>();
    try {
      while (changes > 0 && asking.get()) {
        var id = "load-" + article.getAndIncrement();
        tally.get().changed(client.put(id, text(id)));
        there.addLast(id);
        if (there.size() > STAYING) {
          tally.get().changed(client.delete(there.removeFirst()));
        }
        Thread.sleep(Duration.ofMinutes(1).dividedBy(changes));
      }
      for (var id : there) {
        tally.get().changed(client.delete(id));
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private static String text(String id) {
    return IntStream.rangeClosed(1, 40)
        .mapToObj(day ->
            "On day %d of %s the harbour master counted %d boats, and wrote down the wind."
                .formatted(day, id, day * 7 % 40))
        .collect(Collectors.joining(" "));
  }
}
