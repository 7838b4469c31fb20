package org.dossier.slack;

import io.quarkus.test.junit.QuarkusTestProfile;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import org.dossier.Ports;

/// Serves the sample articles to a fake Slack, which the test must start at the configured address.
public final class SlackProfile implements QuarkusTestProfile {
  @Override
  public Map<String, String> getConfigOverrides() {
    try {
      Path data = Files.createTempDirectory("dossier-slack-");
      data.toFile().deleteOnExit();
      return Map.of(
          "dossier.data",
          data.resolve("data").toString(),
          "dossier.serving",
          "true",
          "dossier.demo",
          "true",
          "dossier.slack.transport",
          "http",
          "dossier.slack.signing-secret",
          Payloads.SECRET,
          "dossier.slack.bot-token",
          FakeSlack.BOT_TOKEN,
          "dossier.public-url",
          "https://dossier.example",
          "dossier.slack.api-url",
          "http://127.0.0.1:" + Ports.free() + "/api/");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public Set<Class<?>> getEnabledAlternatives() {
    return Set.of(BlockingQuestionPort.class);
  }
}
