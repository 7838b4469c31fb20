package org.dossier.web.request;

import io.vertx.core.http.HttpServerRequest;
import jakarta.inject.Singleton;
import jakarta.ws.rs.NotAcceptableException;
import jakarta.ws.rs.NotSupportedException;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.core.MediaType;
import org.dossier.web.problem.ProblemException;
import org.dossier.web.problem.ProblemJson;
import org.dossier.web.problem.ProblemType;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;

/// Validates the URL and the media types of every request before it is processed.
@Singleton
public final class RequestValidator {
  private static final MediaType PROBLEM = MediaType.valueOf(ProblemJson.MEDIA_TYPE);

  /// The URL must be percent-encoded UTF-8. The framework would silently insert replacement
  /// characters for invalid bytes.
  @ServerRequestFilter(preMatching = true)
  public void checkUrl(HttpServerRequest request) {
    try {
      PercentEncoding.decode(RequestPath.of(request));
      PercentEncoding.decode(request.query() == null ? "" : request.query());
    } catch (IllegalArgumentException e) {
      throw ProblemException.of(
          ProblemType.MALFORMED_URL, "The URL is malformed: %s.".formatted(e.getMessage()));
    }
  }

  /// Checks the media types early: the framework would discover an unacceptable response type only
  /// after the work is done, and fails on a malformed media type.
  @ServerRequestFilter(preMatching = true)
  public void checkMediaTypes(ContainerRequestContext context, HttpServerRequest request) {
    if (!RequestPath.isApi(RequestPath.of(request))) {
      return;
    }
    if (!isAcceptable(context)) {
      throw new NotAcceptableException();
    }
    try {
      var _ = context.getMediaType();
    } catch (IllegalArgumentException e) {
      throw new NotSupportedException(e);
    }
  }

  private static boolean isAcceptable(ContainerRequestContext context) {
    try {
      return context.getAcceptableMediaTypes().stream().anyMatch(RequestValidator::isSupported);
    } catch (IllegalArgumentException e) {
      return false;
    }
  }

  /// A client of an operation without content accepts only problems.
  private static boolean isSupported(MediaType accepted) {
    return accepted.isCompatible(MediaType.APPLICATION_JSON_TYPE)
        || accepted.isCompatible(PROBLEM)
        || accepted.isCompatible(MediaType.valueOf(ArticleLines.MEDIA_TYPE))
        || accepted.isCompatible(MediaType.SERVER_SENT_EVENTS_TYPE);
  }

  /// The id at the end of the request's path, after `prefix`. It is parsed from the original path,
  /// because the framework normalizes slashes and dots in the path that it uses for routing.
  public static String id(HttpServerRequest request, String prefix) {
    var path = RequestPath.of(request);
    if (!path.startsWith(prefix)) {
      throw ProblemException.of(
          ProblemType.MALFORMED_URL,
          "The path must begin with %s, not percent-encoded.".formatted(prefix));
    }
    return PercentEncoding.decode(path.substring(prefix.length()));
  }
}
