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

/// Which pages from elsewhere may ask: those of the origins that the configuration lists, and only
/// what the widget asks. Browsers call this cross-origin resource sharing.
@Singleton
final class CorsPolicy {
  /// What follows these is the widget's.
  private static final List<String> SHARED =
      List.of("/api/chat", "/api/conversations/", "/api/archive", "/api/examples", "/api/token");

  private static final Pattern SHAPE =
      Pattern.compile("https?://[a-z0-9.-]+(:[0-9]+)?|https?://\\[[0-9a-f:]+](:[0-9]+)?");
  private static final String ALLOWED = "Access-Control-Allow-Origin";
  private static final int FRESH_SECONDS = 600;

  private final Set<String> allowed;

  /// @throws InvalidSettingException if the configuration lists what is no origin
  CorsPolicy(WebConfig config) {
    this.allowed = Set.copyOf(config.allowedOrigins().orElse(Set.of()));
    for (var origin : allowed) {
      if (!SHAPE.matcher(origin).matches()) {
        throw new InvalidSettingException(
            "dossier.web.allowed-origins",
            "“%s” is not an origin such as https://news.example".formatted(origin));
      }
    }
  }

  /// Answers a browser that asks whether a page may ask, and refuses pages that may not. Whether
  /// one may ask at all is not told before it does, so that it can read why not.
  ///
  /// @return the answer; null for a request that is to be carried out
  /// @throws ProblemException ORIGIN_NOT_ALLOWED
  @Nullable Response check(HttpServerRequest request) {
    var page = RequestOrigin.of(request);
    if (page == null || page.isOwn() || isHarmless(request) || RequestOrigin.isLink(request)) {
      return null;
    }
    if (isShared(request)) {
      return shared(request, page.name());
    }
    throw refused(page.name());
  }

  private @Nullable Response shared(HttpServerRequest request, String origin) {
    request.response().putHeader(ALLOWED, origin).putHeader("Vary", "Origin");
    if (request.method().equals(HttpMethod.OPTIONS)) {
      return preflight();
    }
    request
        .response()
        .putHeader("Access-Control-Expose-Headers", "Retry-After, " + RequestIds.HEADER);
    if (!allowed.contains(origin)) {
      throw refused(origin);
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
        .header("Access-Control-Max-Age", FRESH_SECONDS)
        .build();
  }

  private static ProblemException refused(String origin) {
    return ProblemException.of(
        ProblemType.ORIGIN_NOT_ALLOWED,
        "The origin %s is not in dossier.web.allowed-origins.".formatted(origin));
  }

  /// Pages, the widget itself, and what else anybody may look at and no page from elsewhere can.
  private static boolean isHarmless(HttpServerRequest request) {
    boolean reads =
        request.method().equals(HttpMethod.GET) || request.method().equals(HttpMethod.HEAD);
    return reads && !RequestPath.isApi(RequestPath.of(request));
  }

  private static boolean isShared(HttpServerRequest request) {
    var path = RequestPath.of(request);
    return SHARED.stream().anyMatch(path::startsWith);
  }
}
