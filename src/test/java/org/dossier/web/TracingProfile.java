package org.dossier.web;

import io.quarkus.test.junit.QuarkusTestProfile;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// Serves with a language model and sends traces to the test's collector.
public final class TracingProfile implements QuarkusTestProfile {
  @Override
  public Map<String, String> getConfigOverrides() {
    var settings = new HashMap<>(new LlmProfile().getConfigOverrides());
    settings.put("quarkus.otel.sdk.disabled", "false");
    settings.put("quarkus.otel.bsp.schedule.delay", "50ms");
    return settings;
  }

  @Override
  public List<TestResourceEntry> testResources() {
    return List.of(
        new TestResourceEntry(LoopbackServerResource.Model.class),
        new TestResourceEntry(LoopbackServerResource.Traces.class));
  }
}
