package org.dossier.concurrent;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayDeque;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.TimeUnit;
import java.util.logging.Level;
import org.dossier.LogCapture;
import org.dossier.database.ArchiveException;
import org.jboss.logmanager.ExtLogRecord;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(value = 1, unit = TimeUnit.MINUTES)
class BackgroundWorkerTest {

  @Test
  void aReportedFailureIsOneLineWithItsTraceForDebugging() throws Exception {
    var lines = failing(new ArchiveException("The disk of x is full", new IllegalStateException()));

    assertThat(lines.getFirst().getLevel()).isEqualTo(Level.WARNING);
    assertThat(LogCapture.message(lines.getFirst()))
        .isEqualTo("tester failed; retrying in 1 seconds: The disk of x is full");
    assertThat(lines.getFirst().getThrown()).isNull();
    assertThat(lines.get(1).getLevel().intValue()).isLessThan(Level.INFO.intValue());
    assertThat(lines.get(1).getThrown()).isInstanceOf(ArchiveException.class);
    assertThat(LogCapture.message(lines.get(2))).isEqualTo("tester works again");
  }

  @Test
  void anUnexpectedFailureHasItsTrace() throws Exception {
    var lines = failing(new IllegalStateException("unexpected"));

    assertThat(lines.getFirst().getLevel()).isEqualTo(Level.WARNING);
    assertThat(lines.getFirst().getThrown()).hasMessage("unexpected");
    assertThat(LogCapture.message(lines.get(1))).isEqualTo("tester works again");
  }

  /// The log of a worker that fails once, up to its next success.
  private static List<ExtLogRecord> failing(RuntimeException failure) throws Exception {
    Queue<RuntimeException> failures = new ArrayDeque<>(List.of(failure));
    try (var log = new LogCapture(BackgroundWorker.class.getName());
        var worker =
            new BackgroundWorker(
                "tester",
                () -> {
                  var next = failures.poll();
                  if (next != null) {
                    throw next;
                  }
                  return false;
                })) {
      worker.start();
      while (!LogCapture.message(log.next()).equals("tester works again")) {
        // The lines are collected below.
      }
      return log.lines();
    }
  }
}
