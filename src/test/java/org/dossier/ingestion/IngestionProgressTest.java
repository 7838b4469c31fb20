package org.dossier.ingestion;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import org.junit.jupiter.api.Test;

class IngestionProgressTest {
  private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
  private final PrintStream out = new PrintStream(bytes, true, UTF_8);
  private final Watch watch = new Watch();

  @Test
  void theTerminalLineIsThrottledAndClearedAtTheEnd() {
    var progress = new TerminalProgress(out, watch);
    progress.onStart(1, 30_000_000);
    for (int i = 0; i <= 200; i++) {
      progress.onAdvance(new IngestionProgress.State(0, i * 50_000L, i * 10L, 0));
      watch.millis += 10;
    }
    assertThat(shown().split("\r")).hasSize(22);
    assertThat(shown())
        .contains("\r0 articles · 0.0 of 30.0 MB")
        .endsWith("\r2,000 articles · 10.0 of 30.0 MB · 1,000 articles/s · 0:04 left");

    progress.onEnd(new IngestionReport(2_000, 0, 0, SkippedFiles.NONE, 0, List.of(), false));
    assertThat(shown()).endsWith(" \r");
  }

  @Test
  void plainLinesAreWrittenEveryFewSeconds() {
    var progress = new PlainProgress(out, watch);
    progress.onStart(1_200, 12_000_000_000L);
    for (int i = 0; i <= 100; i++) {
      progress.onAdvance(new IngestionProgress.State(i, i * 1_000_000L, i, i / 10));
      watch.millis += 100;
    }

    assertThat(shown().lines())
        .containsExactly(
            "found 1,200 files, 12,000.0 MB",
            "50 articles · 50.0 of 12,000.0 MB · 5 rejected · 10 articles/s · 19:55 left",
            "100 articles · 100.0 of 12,000.0 MB · 10 rejected · 10 articles/s · 19:50 left");
  }

  private String shown() {
    return bytes.toString(UTF_8);
  }

  private static final class Watch extends Clock {
    private long millis;

    @Override
    public Instant instant() {
      return Instant.ofEpochMilli(millis);
    }

    @Override
    public ZoneId getZone() {
      return ZoneOffset.UTC;
    }

    @Override
    public Clock withZone(ZoneId zone) {
      return this;
    }
  }
}
