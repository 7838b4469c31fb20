package org.dossier.web;

import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.util.Map;
import org.dossier.llm.ScriptedModel;
import org.dossier.llm.WireFormat;

/// A server that the application under test connects to. It runs from before the application starts
/// until the application has stopped, because a closed port cannot always be reopened immediately.
/// It is injected into test fields of its type.
abstract class LoopbackServerResource<T extends AutoCloseable>
    implements QuarkusTestResourceLifecycleManager {
  private final T server;

  private LoopbackServerResource(T server) {
    this.server = server;
  }

  /// The settings that point the application to the server.
  abstract Map<String, String> settings(T server);

  @Override
  public Map<String, String> start() {
    return settings(server);
  }

  @Override
  public void inject(TestInjector tests) {
    tests.injectIntoFields(server, new TestInjector.MatchesType(server.getClass()));
  }

  @Override
  public void stop() {
    try {
      server.close();
    } catch (Exception e) {
      throw new IllegalStateException(e);
    }
  }

  /// A scripted language model.
  public static final class Model extends LoopbackServerResource<ScriptedModel> {
    public Model() {
      super(new ScriptedModel(WireFormat.COMPATIBLE));
    }

    @Override
    Map<String, String> settings(ScriptedModel server) {
      return server.settings();
    }
  }

  /// A collector of traces.
  public static final class Traces extends LoopbackServerResource<TraceCollector> {
    public Traces() {
      super(new TraceCollector());
    }

    @Override
    Map<String, String> settings(TraceCollector server) {
      return Map.of("quarkus.otel.exporter.otlp.endpoint", server.address());
    }
  }
}
