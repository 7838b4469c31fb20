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

/// Request filters for the host check, CORS, authorization and rate limiting.
@Singleton
final class SecurityFilters {
  // The framework creates filters before the configuration is available, so these are resolved
  // lazily.
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

  /// Makes an invalid configuration fail the startup, not the first request.
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
    var needed = requiredPermission(resource);
    if (needed != null) {
      authorizer.get().check(request, needed, isPage(resource));
    }
  }

  /// Returns true if the request is for a page. This is decided by the resource that the router
  /// chose, because the same path can be written in several ways.
  private static boolean isPage(ResourceInfo resource) {
    var produced = resource.getResourceClass().getAnnotation(Produces.class);
    return produced != null
        && Arrays.stream(produced.value()).allMatch(type -> type.startsWith(MediaType.TEXT_HTML));
  }

  /// The required permission; `null` for public endpoints. A resource without an annotation
  /// requires the highest permission.
  private static @Nullable Permission requiredPermission(ResourceInfo resource) {
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
    return requiresPermission == null ? Permission.ADMIN : requiresPermission.value();
  }
}
