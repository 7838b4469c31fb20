package org.dossier.web;

import io.quarkus.test.junit.QuarkusTestProfile;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.util.Map;
import org.dossier.Ports;

/// Serves the shipped articles and has a model word the answers, on a port where the test plays it.
public final class ServedWithModel implements QuarkusTestProfile {
  static final String PORT = "test.model.port";

  @Override
  public Map<String, String> getConfigOverrides() {
    try {
      var data = Files.createTempDirectory("dossier-model-");
      data.toFile().deleteOnExit();
      int port = Ports.free();
      return Map.of(
          "dossier.data",
          data.resolve("data").toString(),
          "dossier.serving",
          "true",
          "dossier.model",
          "openai-compatible:m",
          "dossier.model.base-url",
          "http://127.0.0.1:%d/v1".formatted(port),
          "dossier.model.failures",
          "1000",
          // What the machine does besides is not what is tested.
          "dossier.model.first-statement",
          "25s",
          "dossier.model.timeout",
          "28s",
          PORT,
          String.valueOf(port));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
