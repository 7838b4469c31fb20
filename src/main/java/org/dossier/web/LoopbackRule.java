package org.dossier.web;

import io.vertx.core.http.HttpServerRequest;
import jakarta.inject.Singleton;
import java.util.regex.Pattern;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;

/// While only this machine is served, requests must call it by a name of this machine. A web page
/// from elsewhere may have its own name resolved to 127.0.0.1 (DNS rebinding), and its requests
/// would pass for those of this server's pages.
@Singleton
final class LoopbackRule {
  private static final Pattern THIS_MACHINE =
      Pattern.compile("localhost|127(\\.\\d{1,3}){3}|\\[?::1]?", Pattern.CASE_INSENSITIVE);

  private final boolean onlyThisMachine;

  LoopbackRule(@ConfigProperty(name = "quarkus.http.host") String host) {
    this.onlyThisMachine = isThisMachine(host);
  }

  @ServerRequestFilter(preMatching = true)
  public void checkHost(HttpServerRequest request) {
    var called = request.authority();
    if (onlyThisMachine && (called == null || !isThisMachine(called.host()))) {
      throw Problem.of(
          Fault.MISDIRECTED,
          "This server answers to 127.0.0.1 and localhost only; --host opens it to others.");
    }
  }

  static boolean isThisMachine(String host) {
    return THIS_MACHINE.matcher(host).matches();
  }
}
