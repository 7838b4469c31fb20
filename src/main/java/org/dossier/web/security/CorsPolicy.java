package org.dossier.web.security;

import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import jakarta.inject.Singleton;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.dossier.auth.InvalidSettingException;
import org.dossier.web.problem.ProblemException;
import org.dossier.web.problem.ProblemType;
import org.dossier.web.request.ClientKeyHeader;
import org.dossier.web.request.IdempotencyKeyHeader;
import org.dossier.web.request.RequestIds;
import org.dossier.web.request.RequestPath;
import org.dossier.web.request.WebConfig;
import org.jspecify.annotations.Nullable;

/// The policy for cross-origin requests (CORS): pages of the configured origins may send the
/// requests that the widget sends.
@Singleton
final class CorsPolicy {
  /// The path prefixes that the widget uses.
  private static final List<String> WIDGET_PATHS =
      List.of("/api/chat", "/api/conversations/", "/api/archive", "/api/examples", "/api/token");

  private static final Pattern SHAPE =
      Pattern.compile("https?://[a-z0-9.-]+(:[0-9]+)?|https?://\\[[0-9a-f:]+](:[0-9]+)?");
  private static final String ALLOW_ORIGIN = "Access-Control-Allow-Origin";
  private static final int MAX_AGE_SECONDS = 600;

  private final Set<String> allowedOrigins;

  /// @throws InvalidSettingException if the configuration contains an invalid origin
  CorsPolicy(WebConfig config) {
    this.allowedOrigins = Set.copyOf(config.allowedOrigins().orElse(Set.of()));
    for (var origin : allowedOrigins) {
      if (!SHAPE.matcher(origin).matches()) {
        throw new InvalidSettingException(
            "dossier.web.allowed-origins",
            "“%s” is not an origin such as https://news.example".formatted(origin));
      }
    }
  }

  /// Answers preflight requests, and rejects requests from pages of origins that are not allowed. A
  /// preflight request is always answered positively, so that the page can read the reason in the
  /// response to its actual request.
  ///
  /// @return the response to a preflight request; `null` for a request to process
  /// @throws ProblemException ORIGIN_NOT_ALLOWED
  @Nullable Response check(HttpServerRequest request) {
    var origin = RequestOrigin.of(request);
    if (origin == null
        || origin.isOwn()
        || isPublicRead(request)
        || RequestOrigin.isNavigation(request)) {
      return null;
    }
    if (isWidgetPath(request)) {
      return checkWidgetRequest(request, origin.name());
    }
    throw originNotAllowed(origin.name());
  }

  private @Nullable Response checkWidgetRequest(HttpServerRequest request, String origin) {
    request.response().putHeader(ALLOW_ORIGIN, origin).putHeader("Vary", "Origin");
    if (request.method().equals(HttpMethod.OPTIONS)) {
      return preflight();
    }
    request
        .response()
        .putHeader("Access-Control-Expose-Headers", "Retry-After, " + RequestIds.HEADER);
    if (!allowedOrigins.contains(origin)) {
      throw originNotAllowed(origin);
    }
    return null;
  }

  private static Response preflight() {
    return Response.noContent()
        .header("Access-Control-Allow-Methods", "GET, POST, DELETE")
        .header(
            "Access-Control-Allow-Headers",
            String.join(
                ", ",
                "Content-Type",
                "Authorization",
                IdempotencyKeyHeader.HEADER,
                ClientKeyHeader.HEADER,
                PageTokens.HEADER))
        .header("Access-Control-Max-Age", MAX_AGE_SECONDS)
        .build();
  }

  private static ProblemException originNotAllowed(String origin) {
    return ProblemException.of(
        ProblemType.ORIGIN_NOT_ALLOWED,
        "The origin %s is not in dossier.web.allowed-origins.".formatted(origin));
  }

  /// Pages, the widget script and other public resources, whose content a page of another origin
  /// cannot read.
  private static boolean isPublicRead(HttpServerRequest request) {
    boolean isRead =
        request.method().equals(HttpMethod.GET) || request.method().equals(HttpMethod.HEAD);
    return isRead && !RequestPath.isApi(RequestPath.of(request));
  }

  private static boolean isWidgetPath(HttpServerRequest request) {
    var path = RequestPath.of(request);
    return WIDGET_PATHS.stream().anyMatch(path::startsWith);
  }
}
