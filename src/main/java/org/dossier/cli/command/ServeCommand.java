package org.dossier.cli.command;

import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/// Answers over HTTP until it is stopped.
@CommandLine.Command(
    name = "serve",
    description =
        "Answer questions over HTTP until stopped. An empty archive is filled from corpus/.")
public final class ServeCommand implements Command {
  @Option(
      names = "--port",
      paramLabel = "N",
      description = "The port to listen on (default: 8080); 0 for any that is free.")
  @Nullable Integer port;

  @Option(
      names = "--host",
      paramLabel = "H",
      description = "The address to listen on (default: 127.0.0.1, this machine only).")
  @Nullable String host;

  @Mixin ModelOption model = new ModelOption();
  @Mixin CommonOptions common = new CommonOptions();

  @Override
  public Optional<String> fault() {
    return port == null || (port >= 0 && port <= 65_535)
        ? Optional.empty()
        : Optional.of("Ports go from 0 to 65535: " + port);
  }

  @Override
  public Map<String, String> settings() {
    var settings = common.settings();
    settings.put("dossier.serving", "true");
    model.addTo(settings);
    if (port != null) {
      settings.put("quarkus.http.port", port.toString());
    }
    if (host != null) {
      settings.put("quarkus.http.host", host);
    }
    return settings;
  }
}
