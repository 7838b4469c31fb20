package org.dossier.web;

import io.quarkus.test.junit.QuarkusTestProfile;
import java.util.HashMap;
import java.util.Map;
import org.dossier.Ports;

/// Serves with a model, and sends traces to where the test collects them.
public final class Traced implements QuarkusTestProfile {
  static final String PORT = "test.collector.port";

  @Override
  public Map<String, String> getConfigOverrides() {
    var settings = new HashMap<>(new ServedWithModel().getConfigOverrides());
    var port = String.valueOf(Ports.free());
    settings.put(PORT, port);
    settings.put("quarkus.otel.sdk.disabled", "false");
    settings.put("quarkus.otel.exporter.otlp.endpoint", "http://127.0.0.1:" + port);
    settings.put("quarkus.otel.bsp.schedule.delay", "50ms");
    return settings;
  }
}
