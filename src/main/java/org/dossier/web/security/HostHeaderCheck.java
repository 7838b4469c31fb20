package org.dossier.web.security;

import io.vertx.core.http.HttpServerRequest;
import jakarta.inject.Singleton;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import org.dossier.web.problem.ProblemException;
import org.dossier.web.problem.ProblemType;
import org.dossier.web.request.WebConfig;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/// Protects against DNS rebinding. If the server listens on the loopback interface only, requests
/// must use a name of this machine. A page of another site can have its own name resolved to
/// 127.0.0.1, and its requests would be mistaken for requests of this server's pages. The
/// configuration can list further names for a proxy in front of this server.
@Singleton
public final class HostHeaderCheck {
  private static final Pattern THIS_MACHINE =
      Pattern.compile("localhost|127(\\.\\d{1,3}){3}|\\[?::1]?", Pattern.CASE_INSENSITIVE);

  private final boolean onlyThisMachine;
  private final Set<String> additionalNames;

  HostHeaderCheck(@ConfigProperty(name = "quarkus.http.host") String host, WebConfig config) {
    this.onlyThisMachine = isThisMachine(host);
    this.additionalNames = config.allowedHosts().orElse(Set.of());
  }

  /// @throws ProblemException MISDIRECTED
  public void check(HttpServerRequest request) {
    var authority = request.authority();
    if (onlyThisMachine && (authority == null || !isAllowedHost(authority.host()))) {
      throw ProblemException.of(
          ProblemType.MISDIRECTED,
          "This server accepts requests for 127.0.0.1 and localhost only. Start it with --host to serve"
              + " others, or list the host name of a proxy in dossier.web.allowed-hosts.");
    }
  }

  private boolean isAllowedHost(String name) {
    return isThisMachine(name) || additionalNames.contains(name.toLowerCase(Locale.ROOT));
  }

  static boolean isThisMachine(String host) {
    return THIS_MACHINE.matcher(host).matches();
  }
}
