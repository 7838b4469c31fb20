package org.dossier.web;

import io.quarkus.test.junit.QuarkusTestProfile;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// Serves with a model, and sends traces to where the test collects them.
public final class Traced implements QuarkusTestProfile {
  @Override
  public Map<String, String> getConfigOverrides() {
    var settings = new HashMap<>(new ServedWithModel().getConfigOverrides());
    settings.put("quarkus.otel.sdk.disabled", "false");
    settings.put("quarkus.otel.bsp.schedule.delay", "50ms");
    return settings;
  }

  @Override
  public List<TestResourceEntry> testResources() {
    return List.of(
        new TestResourceEntry(Beside.Model.class), new TestResourceEntry(Beside.Traces.class));
  }
}
