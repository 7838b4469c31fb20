package org.dossier.slack;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import org.dossier.slack.event.Payload;

/// Recorded payloads from Slack, with changed names, in `src/test/resources/slack`.
public final class Payloads {
  public static final String SECRET = "8f742231b10e8888abcd99yyyzzz85a5";

  private Payloads() {}

  public static String text(String name) {
    try (var in = Payloads.class.getResourceAsStream("/slack/" + name)) {
      return new String(Objects.requireNonNull(in, name).readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  public static JsonNode json(String name) {
    return Payload.json(text(name));
  }

  /// A mention of the bot in a channel.
  public static String mention(String event, String ts, String words) {
    return text("app-mention.json")
        .replace("Ev0MENTION", event)
        .replace("1781000001.000100", ts)
        .replace("WORDS", words);
  }

  /// The message event for the same message.
  static String message(String event, String ts, String words) {
    return text("message-channel.json")
        .replace("Ev0MESSAGE", event)
        .replace("1781000001.000100", ts)
        .replace("WORDS", words);
  }

  /// A message in a thread.
  static String inThread(String event, String ts, String thread, String words) {
    return text("message-thread.json")
        .replace("Ev0THREAD", event)
        .replace("1781000002.000200", ts)
        .replace("1781000001.000100", thread)
        .replace("WORDS", words);
  }

  /// A direct message to the bot.
  public static String direct(String event, String ts, String words) {
    return text("message-im.json")
        .replace("Ev0DIRECT", event)
        .replace("1781000003.000300", ts)
        .replace("WORDS", words);
  }

  static String form(String field, String value) {
    return field + "=" + URLEncoder.encode(value, StandardCharsets.UTF_8);
  }
}
