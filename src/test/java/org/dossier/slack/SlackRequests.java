package org.dossier.slack;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.dossier.slack.event.Signature;

/// Sends signed requests as Slack does, with a timeout of three seconds.
record SlackRequests(URI bot) {
  private static final Duration TIMEOUT = Duration.ofSeconds(3);
  private static final HttpClient CLIENT =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

  HttpResponse<String> event(String payload) throws IOException, InterruptedException {
    return send(signed("events", "application/json", payload));
  }

  /// Redelivers a payload.
  HttpResponse<String> redeliver(String payload, int time)
      throws IOException, InterruptedException {
    return send(
        signed("events", "application/json", payload)
            .header("X-Slack-Retry-Num", String.valueOf(time))
            .header("X-Slack-Retry-Reason", "http_timeout"));
  }

  HttpResponse<String> form(String path, String form) throws IOException, InterruptedException {
    return send(signed(path, "application/x-www-form-urlencoded", form));
  }

  HttpRequest.Builder signed(String path, String type, String body) {
    return signed(path, type, body.getBytes(StandardCharsets.UTF_8), Instant.now());
  }

  HttpRequest.Builder signed(String path, String type, byte[] body, Instant when) {
    var timestamp = String.valueOf(when.getEpochSecond());
    var signature = new Signature(Payloads.SECRET, Clock.systemUTC()).compute(timestamp, body);
    return unsigned(path, type, body)
        .header(Signature.TIMESTAMP, timestamp)
        .header(Signature.SIGNATURE, signature);
  }

  HttpRequest.Builder unsigned(String path, String type, byte[] body) {
    return HttpRequest.newBuilder(bot.resolve("/slack/" + path))
        .header("Content-Type", type)
        .timeout(TIMEOUT)
        .POST(BodyPublishers.ofByteArray(body));
  }

  static HttpResponse<String> send(HttpRequest.Builder request)
      throws IOException, InterruptedException {
    return CLIENT.send(request.build(), BodyHandlers.ofString());
  }
}
