package org.dossier.slack;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Arrays;
import org.dossier.slack.event.CommandParser;
import org.dossier.slack.event.EventParser;
import org.dossier.slack.event.InteractionParser;
import org.dossier.slack.event.MalformedPayloadException;
import org.dossier.slack.event.Payload;
import org.dossier.slack.event.Signature;

/// Arbitrary requests: signed ones are parsed or rejected, unsigned ones are not parsed.
class SlackFuzzTest {
  private static final Signature SIGNATURE =
      new Signature(
          "a secret of ours alone",
          Clock.fixed(Instant.ofEpochSecond(1_700_000_000), ZoneOffset.UTC));

  /// The headers, one on each line, followed by the body.
  @FuzzTest
  void signatures(byte[] request) {
    var text = new String(request, StandardCharsets.ISO_8859_1);
    var parts = text.split("\n", 3);
    var timestamp = parts[0];
    var signed = parts.length > 1 ? parts[1] : null;
    var body = parts.length > 2 ? parts[2].getBytes(StandardCharsets.ISO_8859_1) : new byte[0];

    assertThat(SIGNATURE.isValid(timestamp, signed, body)).isFalse();
    assertThat(SIGNATURE.isValid(null, signed, body)).isFalse();
    var now = "1700000000";
    assertThat(SIGNATURE.isValid(now, SIGNATURE.compute(now, request), request)).isTrue();
    if (request.length > 0) {
      var other = Arrays.copyOf(request, request.length - 1);
      assertThat(SIGNATURE.isValid(now, SIGNATURE.compute(now, request), other)).isFalse();
    }
  }

  @FuzzTest
  void events(byte[] body) {
    refusedAtMost(() -> {
      var envelope = Payload.json(body);
      EventParser.id(envelope);
      new EventParser(true).read(envelope);
    });
  }

  @FuzzTest
  void commands(byte[] body) {
    refusedAtMost(() -> CommandParser.read(Payload.form(body)));
  }

  @FuzzTest
  void interactions(byte[] body) {
    refusedAtMost(() -> InteractionParser.read(Payload.json(body)));
  }

  private static void refusedAtMost(Runnable reading) {
    try {
      reading.run();
    } catch (MalformedPayloadException e) {
      assertThat(e.getMessage()).isNotBlank();
    }
  }
}
