package org.dossier.web;

import io.quarkus.test.junit.QuarkusTestProfile;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.util.List;
import java.util.Map;

/// Serves the sample articles with a scripted language model.
public final class LlmProfile implements QuarkusTestProfile {
  @Override
  public Map<String, String> getConfigOverrides() {
    try {
      var data = Files.createTempDirectory("dossier-model-");
      data.toFile().deleteOnExit();
      return Map.of(
          "dossier.data",
          data.resolve("data").toString(),
          "dossier.serving",
          "true",
          "dossier.demo",
          "true",
          "dossier.model.circuit-breaker.failure-threshold",
          "1000",
          // Excludes other activity of the machine from the test.
          "dossier.model.first-statement-timeout",
          "25s",
          "dossier.model.total-timeout",
          "28s");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public List<TestResourceEntry> testResources() {
    return List.of(new TestResourceEntry(LoopbackServerResource.Model.class));
  }
}
