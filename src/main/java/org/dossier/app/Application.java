package org.dossier.app;

import static java.util.Objects.requireNonNull;

import io.quarkus.arc.Arc;
import io.quarkus.runtime.Quarkus;
import io.quarkus.runtime.QuarkusApplication;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.Instance;
import java.util.function.BiConsumer;
import org.dossier.cli.command.Command;
import org.dossier.cli.command.CommandContext;
import org.dossier.cli.startup.ArchiveBootstrap;
import org.dossier.cli.startup.DossierConfig;
import org.dossier.cli.terminal.ProgressOutput;
import org.dossier.llm.ConfiguredLlm;
import org.dossier.slack.SlackBot;
import org.jspecify.annotations.Nullable;

/// Runs a command inside the framework.
final class Application implements QuarkusApplication {
  /// Set once, before the framework creates the only instance.
  private static volatile @Nullable Command command;

  private final DossierConfig config;
  private final Instance<ArchiveBootstrap> archiveBootstrap;
  private final Instance<SlackBot> slack;
  private final Instance<ConfiguredLlm> configuredLlm;
  private final ProgressOutput progressOutput;

  Application(
      DossierConfig config,
      Instance<ArchiveBootstrap> archiveBootstrap,
      Instance<SlackBot> slack,
      Instance<ConfiguredLlm> configuredLlm,
      ProgressOutput progressOutput) {
    this.config = config;
    this.archiveBootstrap = archiveBootstrap;
    this.slack = slack;
    this.configuredLlm = configuredLlm;
    this.progressOutput = progressOutput;
  }

  /// Starts the framework, runs `command` in it, and then calls `exit` with the exit code.
  static void run(Command command, BiConsumer<Integer, @Nullable Throwable> exit) {
    Application.command = command;
    Quarkus.run(Application.class, exit);
  }

  /// The port opens after this method, so that a client that can connect is answered from a
  /// complete index. Slow work is visible on the terminal, not as requests that time out.
  void beforeThePortOpens(@Observes StartupEvent event) {
    // Invalid settings are reported before anything slow begins.
    configuredLlm.get();
    UnknownSettings.warnings(System.getenv().keySet())
        .forEach(warning -> progressOutput.err().println("dossier: " + warning));
    if (config.serving()) {
      PortCheck.check();
      archiveBootstrap.get().open();
      slack.get().start();
    }
  }

  @Override
  public int run(String... arguments) {
    return requireNonNull(command).run(new Services());
  }

  /// The beans of this process.
  private static final class Services implements CommandContext {
    @Override
    public <T> T get(Class<T> type) {
      return Arc.container().select(type).get();
    }
  }
}
