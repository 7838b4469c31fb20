package org.dossier.web.security;

import io.quarkus.runtime.StartupEvent;
import io.vertx.core.http.HttpServerRequest;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Singleton;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.container.ResourceInfo;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.Arrays;
import org.dossier.auth.OidcAuthenticator;
import org.dossier.auth.Permission;
import org.dossier.auth.PublicEndpoint;
import org.dossier.auth.RequiresPermission;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;
import org.jspecify.annotations.Nullable;

/// What requests pass before anything is done for them: who calls, from which page, with which
/// token, how often.
@Singleton
final class SecurityFilters {
  // The framework makes filters before the configuration can be read, so their rules come later.
  private final Instance<HostHeaderCheck> hostHeaderCheck;
  private final Instance<CorsPolicy> corsPolicy;
  private final Instance<Authorizer> authorizer;
  private final Instance<PageTokens> pageTokens;
  private final Instance<OidcAuthenticator> oidcAuthenticator;
  private final Instance<TrustedProxies> proxies;

  SecurityFilters(
      Instance<HostHeaderCheck> hostHeaderCheck,
      Instance<CorsPolicy> corsPolicy,
      Instance<Authorizer> authorizer,
      Instance<PageTokens> pageTokens,
      Instance<OidcAuthenticator> oidcAuthenticator,
      Instance<TrustedProxies> proxies) {
    this.hostHeaderCheck = hostHeaderCheck;
    this.corsPolicy = corsPolicy;
    this.authorizer = authorizer;
    this.pageTokens = pageTokens;
    this.oidcAuthenticator = oidcAuthenticator;
    this.proxies = proxies;
  }

  /// A bad configuration ends the start, and not the first request.
  void readConfiguration(@Observes StartupEvent event) {
    corsPolicy.get();
    pageTokens.get();
    oidcAuthenticator.get();
    proxies.get();
  }

  @ServerRequestFilter(preMatching = true)
  public @Nullable Response checkOrigin(HttpServerRequest request) {
    hostHeaderCheck.get().check(request);
    return corsPolicy.get().check(request);
  }

  @ServerRequestFilter
  public void authorize(HttpServerRequest request, ResourceInfo resource) {
    var needed = needed(resource);
    if (needed != null) {
      authorizer.get().check(request, needed, isPage(resource));
    }
  }

  /// Whether a request asks for a page. The resource that the router chose decides, not the path,
  /// which can be written in several ways.
  private static boolean isPage(ResourceInfo resource) {
    var produced = resource.getResourceClass().getAnnotation(Produces.class);
    return produced != null
        && Arrays.stream(produced.value()).allMatch(type -> type.startsWith(MediaType.TEXT_HTML));
  }

  /// Null for what is open. What says nothing is for those who may do everything.
  private static @Nullable Permission needed(ResourceInfo resource) {
    var method = resource.getResourceMethod();
    var type = resource.getResourceClass();
    if (method.isAnnotationPresent(RequiresPermission.class)) {
      return method.getAnnotation(RequiresPermission.class).value();
    }
    if (method.isAnnotationPresent(PublicEndpoint.class)
        || type.isAnnotationPresent(PublicEndpoint.class)) {
      return null;
    }
    var requiresPermission = type.getAnnotation(RequiresPermission.class);
    return requiresPermission == null ? Permission.OPERATE : requiresPermission.value();
  }
}
