package org.dossier.web;

import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.util.List;
import org.dossier.web.problem.ProblemException;
import org.dossier.web.problem.ProblemType;
import org.dossier.web.request.ClientKeyHeader;
import org.dossier.web.request.IdempotencyKeyHeader;
import org.dossier.web.request.RequestIds;
import org.dossier.web.request.RequestPath;
import org.dossier.web.security.PageTokens;
import org.jspecify.annotations.Nullable;

/// Rejects requests that a proxy, a filter and the router might interpret differently: a path that
/// is not in canonical form, or a repeated header of which one value decides.
@Singleton
final class AmbiguousRequestFilter {
  /// Runs after the filter that assigns the request id, and before all others.
  private static final int PRIORITY = 1_500;

  /// Headers of which a single value affects authorization or processing.
  private static final List<CharSequence> SINGLE_VALUE_HEADERS =
      List.of(
          HttpHeaders.HOST,
          HttpHeaders.AUTHORIZATION,
          HttpHeaders.CONTENT_TYPE,
          HttpHeaders.ORIGIN,
          "Sec-Fetch-Site",
          "Sec-Fetch-Mode",
          "Sec-Fetch-Dest",
          "MCP-Protocol-Version",
          "Mcp-Method",
          "Mcp-Name",
          IdempotencyKeyHeader.HEADER,
          ClientKeyHeader.HEADER,
          PageTokens.HEADER);

  private final ProblemMapper problemMapper;

  AmbiguousRequestFilter(ProblemMapper problemMapper) {
    this.problemMapper = problemMapper;
  }

  void register(@Observes Filters filters) {
    filters.register(this::check, PRIORITY);
  }

  /// Handles requests without a usable `Host` or path, which the router fails before it runs any
  /// filter.
  void register(@Observes Router router) {
    router.route().order(Integer.MIN_VALUE).failureHandler(this::handleFailure);
  }

  private void check(RoutingContext context) {
    var problemException = problem(context.request(), context.normalizedPath());
    if (problemException == null) {
      context.next();
    } else {
      problemMapper.send(problemException, context.request());
    }
  }

  private static @Nullable ProblemException problem(
      HttpServerRequest request, String normalizedPath) {
    var path = RequestPath.of(request);
    if (!isCanonical(path, normalizedPath)) {
      return ProblemException.of(
          ProblemType.MALFORMED_URL,
          "The path is not in canonical form: it may have no empty segment, no “.” or “..”"
              + " segment, no “;” (write %3B), and no percent-encoded letter, digit, “-”, “.”, “_”"
              + " or “~”.");
    }
    for (var header : SINGLE_VALUE_HEADERS) {
      if (request.headers().getAll(header).size() > 1) {
        return ProblemException.of(ProblemType.REPEATED_HEADER, header + ": occurs more than once.")
            .withField(header.toString());
      }
    }
    return null;
  }

  /// Compares ignoring case, because only the hexadecimal digits of percent-encoded bytes may
  /// differ in case from the normalized path (RFC 3986, section 6.2.2).
  static boolean isCanonical(String path, String normalizedPath) {
    return path.indexOf(';') < 0 && path.indexOf('\\') < 0 && path.equalsIgnoreCase(normalizedPath);
  }

  private void handleFailure(RoutingContext context) {
    var request = context.request();
    RequestIds.assign(request);
    if (request.authority() == null) {
      problemMapper.send(
          ProblemException.of(
                  ProblemType.INVALID_HOST,
                  "Host: must be one name or address, such as archive.example:8080.")
              .withField("Host"),
          request);
    } else if (!RequestPath.of(request).startsWith("/")) {
      problemMapper.send(
          ProblemException.of(ProblemType.MALFORMED_URL, "The path must begin with “/”."), request);
    } else {
      context.next();
    }
  }
}
