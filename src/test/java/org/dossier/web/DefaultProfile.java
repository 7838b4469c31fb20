package org.dossier.web;

import io.quarkus.test.junit.QuarkusTestProfile;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

/// Serves the sample articles from a temporary data folder.
public final class DefaultProfile implements QuarkusTestProfile {
  @Override
  public Map<String, String> getConfigOverrides() {
    try {
      Path data = Files.createTempDirectory("dossier-web-");
      data.toFile().deleteOnExit();
      return Map.of(
          "dossier.data",
          data.resolve("data").toString(),
          "dossier.serving",
          "true",
          "dossier.demo",
          "true",
          "dossier.chat.max-turns",
          "5");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
