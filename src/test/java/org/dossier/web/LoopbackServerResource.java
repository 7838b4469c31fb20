package org.dossier.web;

import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.util.Map;
import org.dossier.llm.ScriptedModel;
import org.dossier.llm.WireFormat;

/// A server that the one under test is told of. It listens from before that one starts until it has
/// stopped, for a port that was closed cannot always be opened again at once. A test that has a
/// field of its type is given it.
abstract class LoopbackServerResource<T extends AutoCloseable>
    implements QuarkusTestResourceLifecycleManager {
  private final T server;

  private LoopbackServerResource(T server) {
    this.server = server;
  }

  /// The settings that tell of it.
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

  /// Words the answers.
  public static final class Model extends LoopbackServerResource<ScriptedModel> {
    public Model() {
      super(new ScriptedModel(WireFormat.COMPATIBLE));
    }

    @Override
    Map<String, String> settings(ScriptedModel server) {
      return server.settings();
    }
  }

  /// Is sent the traces.
  public static final class Traces extends LoopbackServerResource<Collector> {
    public Traces() {
      super(new Collector());
    }

    @Override
    Map<String, String> settings(Collector server) {
      return Map.of("quarkus.otel.exporter.otlp.endpoint", server.address());
    }
  }
}
