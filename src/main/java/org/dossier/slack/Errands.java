package org.dossier.slack;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import org.dossier.corpus.HourlyCleanup;
import org.jspecify.annotations.Nullable;

/// The messages that wait for their reply, in the database. Safe for any number of threads.
final class Errands {
  private final Journal journal;
  private final Duration keep;
  private final HourlyCleanup hourlyCleanup;

  Errands(Journal journal, Duration keep, HourlyCleanup hourlyCleanup) {
    this.journal = journal;
    this.keep = keep;
    this.hourlyCleanup = hourlyCleanup;
  }

  /// A message, and the event that told of it.
  ///
  /// @param event by which a second delivery is known; null where there is none
  record Delivered(Asked asked, @Nullable String event) {}

  /// What became of a message that was delivered.
  sealed interface Outcome {
    /// It waits for its reply now.
    record Kept(long id, String line) implements Outcome {}

    /// It was delivered before, perhaps by another event.
    record Known() implements Outcome {}

    /// It stands in a thread in which the bot was never addressed.
    record NotForUs() implements Outcome {}
  }

  /// Takes a message over: done once it is on disk, failed where it could not be written.
  CompletableFuture<Outcome> claim(Delivered delivered) {
    return journal.write(rows -> claim(rows, delivered));
  }

  private static Outcome claim(ErrandRows rows, Delivered delivered) {
    var asked = delivered.asked();
    var thread = asked.thread();
    if (asked.kind() == Asked.Kind.FOLLOW_UP
        && (thread == null || !rows.isFollowed(asked.team(), asked.channel(), thread))) {
      return new Outcome.NotForUs();
    }
    if (delivered.event() != null && !rows.claim(delivered.event())) {
      return new Outcome.Known();
    }
    var id = rows.keep(asked);
    if (id.isEmpty()) {
      return new Outcome.Known();
    }
    if (thread != null) {
      rows.follow(asked.team(), asked.channel(), thread);
    }
    return new Outcome.Kept(id.get(), Errand.line(id.get(), asked));
  }

  /// All that wait, oldest first.
  List<Outcome.Kept> waiting() {
    return journal.read(ErrandRows::waiting);
  }

  /// An errand to begin with; empty where it has its reply, or is another process's by now.
  Optional<Errand> find(long id) {
    return journal.read(rows -> rows.isOnDuty() ? rows.find(id) : Optional.empty());
  }

  /// An errand that was begun before this process, perhaps more than once; empty where it has its
  /// reply, or is another process's by now.
  Optional<Errand> takeUpAgain(long id) {
    return journal.written(rows -> {
      if (!rows.isOnDuty()) {
        return Optional.empty();
      }
      rows.countAttempt(id);
      return rows.find(id);
    });
  }

  /// The turn that was kept of a message; empty where there is none, or no more.
  Optional<Errand.TurnId> answered(long id) {
    return journal.read(rows -> rows.answered(id));
  }

  /// Whether a message of the bot's is part of a reply that we know of.
  boolean isKnown(Errand errand, String ts) {
    return journal.read(rows -> rows.isKnown(errand.asked().team(), errand.asked().channel(), ts));
  }

  /// What happens to one errand, for one thread: some of it must be on disk before anything else is
  /// done, the rest is written with that.
  final class Notes {
    private final Errand errand;
    private final List<Consumer<ErrandRows>> unwritten = new ArrayList<>();

    private Notes(Errand errand) {
      this.errand = errand;
    }

    /// What is known of a part; on disk when this returns.
    void now(Part part) {
      soon(part);
      write();
    }

    /// What is known of a part; were it lost, it could be found out again.
    void soon(Part part) {
      unwritten.add(rows -> rows.note(errand.id(), part));
    }

    /// The turn that was kept of the message, in its thread.
    void answered(String thread, Errand.TurnId turn) {
      unwritten.add(rows -> rows.answered(errand, thread, turn));
    }

    /// The reply began a thread of its own.
    void began(String thread) {
      unwritten.add(rows -> rows.began(errand, thread));
      write();
    }

    /// The reply stands.
    void replied() {
      unwritten.add(rows -> rows.end(errand.id(), "replied"));
      write();
    }

    /// There will be no reply.
    void failed() {
      unwritten.add(rows -> rows.end(errand.id(), "failed"));
      write();
    }

    /// @throws StoppedException if the errand is another process's by now
    private void write() {
      var notes = List.copyOf(unwritten);
      unwritten.clear();
      boolean written =
          journal.written(rows -> {
            if (!rows.isOnDuty()) {
              return false;
            }
            notes.forEach(note -> note.accept(rows));
            return true;
          });
      if (!written) {
        throw new StoppedException();
      }
    }
  }

  Notes notes(Errand errand) {
    return new Notes(errand);
  }

  /// Forgets what is kept no longer, if that was not done within the last hour.
  void clear() {
    hourlyCleanup.ifDue(
        now -> journal.written(rows -> rows.forget(now.minus(keep).toEpochMilli())));
  }
}
