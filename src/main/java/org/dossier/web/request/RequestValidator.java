package org.dossier.web.request;

import io.vertx.core.http.HttpServerRequest;
import jakarta.inject.Singleton;
import jakarta.ws.rs.NotAcceptableException;
import jakarta.ws.rs.NotSupportedException;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.core.MediaType;
import org.dossier.web.problem.ProblemException;
import org.dossier.web.problem.ProblemType;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;

/// What holds for every request, checked before anything is done for it.
@Singleton
public final class RequestValidator {

  /// An address is percent-encoded UTF-8. The HTTP layer would put replacement characters where it
  /// is not.
  @ServerRequestFilter(preMatching = true)
  public void checkAddress(HttpServerRequest request) {
    try {
      PercentEncoding.decode(RequestPath.of(request));
      PercentEncoding.decode(request.query() == null ? "" : request.query());
    } catch (IllegalArgumentException e) {
      throw ProblemException.of(ProblemType.MALFORMED_URL, String.valueOf(e.getMessage()));
    }
  }

  /// The HTTP layer finds out only when the work is done that nobody wants its result in JSON, and
  /// fails over media types that are none.
  @ServerRequestFilter(preMatching = true)
  public void checkMediaTypes(ContainerRequestContext context, HttpServerRequest request) {
    if (!RequestPath.isApi(RequestPath.of(request))) {
      return;
    }
    if (!isAnswerAccepted(context)) {
      throw new NotAcceptableException();
    }
    try {
      var unused = context.getMediaType();
    } catch (IllegalArgumentException e) {
      throw new NotSupportedException(e);
    }
  }

  private static boolean isAnswerAccepted(ContainerRequestContext context) {
    try {
      return context.getAcceptableMediaTypes().stream().anyMatch(RequestValidator::isSpoken);
    } catch (IllegalArgumentException e) {
      return false;
    }
  }

  private static boolean isSpoken(MediaType accepted) {
    return accepted.isCompatible(MediaType.APPLICATION_JSON_TYPE)
        || accepted.isCompatible(MediaType.SERVER_SENT_EVENTS_TYPE);
  }

  /// The id at the end of the request's path, after `prefix`. Read from the path as it was sent:
  /// the one that resources are matched by has slashes and dots tidied up.
  public static String id(HttpServerRequest request, String prefix) {
    var path = RequestPath.of(request);
    if (!path.startsWith(prefix)) {
      throw ProblemException.of(
          ProblemType.MALFORMED_URL, "The path must begin with " + prefix + " as it stands.");
    }
    return PercentEncoding.decode(path.substring(prefix.length()));
  }
}
