package org.dossier.cli;

import io.quarkus.vertx.http.HttpServer;
import jakarta.inject.Singleton;
import java.net.URI;
import java.util.Set;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/// The address that this process listens on.
@Singleton
public final class ServerAddress {
  private static final Set<String> ANY_OR_LOOPBACK =
      Set.of("0.0.0.0", "::", "[::]", "127.0.0.1", "localhost");

  private final HttpServer server;
  private final String host;

  ServerAddress(HttpServer server, @ConfigProperty(name = "quarkus.http.host") String host) {
    this.server = server;
    this.host = host;
  }

  /// True if other machines can connect.
  public boolean isOpenToOthers() {
    return !host.equals("localhost")
        && !host.startsWith("127.")
        && !host.equals("::1")
        && !host.equals("[::1]");
  }

  /// The URL for programs on this machine; valid once the port is open.
  public URI local() {
    var reachable = ANY_OR_LOOPBACK.contains(host) ? "127.0.0.1" : withBrackets(host);
    return URI.create("http://" + reachable + ":" + server.getPort());
  }

  private static String withBrackets(String host) {
    return host.contains(":") && !host.startsWith("[") ? "[" + host + "]" : host;
  }
}
