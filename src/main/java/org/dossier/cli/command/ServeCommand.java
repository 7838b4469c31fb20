package org.dossier.cli.command;

import io.quarkus.runtime.Quarkus;
import java.net.URI;
import java.util.Map;
import java.util.Optional;
import org.dossier.cli.ServerAddress;
import org.dossier.cli.startup.DossierConfig;
import org.dossier.cli.startup.ShutdownGate;
import org.dossier.cli.startup.ShutdownSignals;
import org.dossier.cli.terminal.ProgressOutput;
import org.dossier.database.DataFolder;
import org.dossier.search.indexing.BackgroundEmbedder;
import org.dossier.search.indexing.ChangeLogFollower;
import org.dossier.search.indexing.Purger;
import org.dossier.search.indexing.ReprintFollower;
import org.dossier.slack.SlackBot;
import org.dossier.web.GracefulShutdown;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/// Answers over HTTP until it is stopped.
@CommandLine.Command(
    name = "serve",
    description = {
      "Answer questions over HTTP until stopped. Without --data, a new archive is filled with the"
          + " sample articles of corpus/."
    })
public final class ServeCommand implements Command {
  private static final Logger LOG = Logger.getLogger(ServeCommand.class);

  @Option(
      names = "--port",
      paramLabel = "N",
      description = "The port to listen on (default: 8080); 0 for any free port.")
  @Nullable Integer port;

  @Option(
      names = "--host",
      paramLabel = "H",
      description = "The address to listen on (default: 127.0.0.1, this machine only).")
  @Nullable String host;

  @Mixin ModelOption model = new ModelOption();
  @Mixin DemoOption demo = new DemoOption();
  @Mixin CommonOptions common = new CommonOptions();

  @Override
  public Optional<String> fault() {
    return port == null || (port >= 0 && port <= 65_535)
        ? Optional.empty()
        : Optional.of("--port must be from 0 to 65535: " + port);
  }

  @Override
  public DataFolderCheck.Requirement dataRequirement() {
    return DataFolderCheck.Requirement.FOLDER;
  }

  @Override
  public Map<String, String> settings() {
    var settings = common.settings();
    settings.put("dossier.serving", "true");
    model.addTo(settings);
    demo.addTo(settings);
    if (port != null) {
      settings.put("quarkus.http.port", port.toString());
    }
    if (host != null) {
      settings.put("quarkus.http.host", host);
    }
    return settings;
  }

  /// Announces the address, starts the background work, and returns when the process is to stop.
  @Override
  public int run(CommandContext context) {
    if (context.get(ShutdownGate.class).requested()) {
      return ShutdownGate.EXIT_CODE;
    }
    // Before anyone can know that there is a server to stop.
    ShutdownSignals.install(ServeCommand::stop);
    var address = context.get(ServerAddress.class).local();
    context.get(DataFolder.class).announce(address);
    welcome(context, address);
    context.get(ChangeLogFollower.class).start();
    if (context.get(DossierConfig.class).embedWhileServing()) {
      context.get(BackgroundEmbedder.class).start();
    }
    context.get(ReprintFollower.class).start();
    context.get(Purger.class).start();
    Quarkus.waitForExit();
    finishRequests(context);
    return 0;
  }

  private static void stop() {
    LOG.info("Stopping: requests in progress are finished. Press Ctrl-C to stop immediately.");
    Quarkus.asyncExit(0);
  }

  private static void finishRequests(CommandContext context) {
    var gracefulShutdown = context.get(GracefulShutdown.class);
    gracefulShutdown.start();
    context.get(SlackBot.class).stop();
    int cutOff = gracefulShutdown.await();
    if (cutOff > 0) {
      LOG.warnf("%d requests exceeded the shutdown grace period and are aborted", cutOff);
    }
  }

  private static void welcome(CommandContext context, URI address) {
    var welcome = Welcome.of(context, address);
    var output = context.get(ProgressOutput.class);
    if (output.logged()) {
      output.err().print(welcome.facts());
    } else {
      System.out.println(welcome.facts() + '\n' + welcome.nextSteps());
    }
  }
}
