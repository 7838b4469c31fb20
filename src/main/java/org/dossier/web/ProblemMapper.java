package org.dossier.web;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.RoutingContext;
import jakarta.inject.Singleton;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import org.dossier.database.ArchiveException;
import org.dossier.database.ArchiveUnavailableException;
import org.dossier.search.IndexException;
import org.dossier.web.page.ErrorPage;
import org.dossier.web.problem.OpenAiErrorJson;
import org.dossier.web.problem.ProblemException;
import org.dossier.web.problem.ProblemJson;
import org.dossier.web.problem.ProblemType;
import org.dossier.web.problem.RpcErrorJson;
import org.dossier.web.request.ArticleLines;
import org.dossier.web.request.RequestIds;
import org.dossier.web.request.RequestPath;
import org.jboss.logging.Logger;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;

/// Maps every exception to a problem document. A browser that requests a page gets the problem as a
/// page.
@Singleton
public final class ProblemMapper {
  private static final Logger LOG = Logger.getLogger(ProblemMapper.class);
  private static final int FIRST_SERVER_ERROR = 500;

  private final ObjectMapper json;
  private final RequestMeters meters;

  ProblemMapper(ObjectMapper json, RequestMeters meters) {
    this.json = json;
    this.meters = meters;
  }

  /// The problem document for any exception, for a stream that cannot send it as a response.
  public ProblemJson json(Throwable e, HttpServerRequest request) {
    log(e, request);
    var problem = document(e, request);
    meters.countRejected(problem);
    return problem.withReference(RequestIds.of(request));
  }

  /// Sends a problem response for a request that was rejected before reaching a resource.
  void send(ProblemException problemException, HttpServerRequest request) {
    addHeaders(problemException, request);
    var _ =
        request
            .response()
            .setStatusCode(problemException.problemType().status())
            .putHeader(HttpHeaders.CONTENT_TYPE, mediaType(request))
            .end(body(json(problemException, request), request));
  }

  /// Handles every exception of resources and their filters. The annotation lists the types for
  /// which the framework has mappers of its own.
  @ServerExceptionMapper({Throwable.class, WebApplicationException.class, IOException.class})
  public Response respond(Throwable e, HttpServerRequest request, RoutingContext context) {
    if (e instanceof IOException || e instanceof RequestCancelledException) {
      return clientDisconnected(e, request);
    }
    var problemException = ProblemTranslator.toProblem(e);
    if (problemException != null) {
      if (problemException.problemType() == ProblemType.TOO_LARGE) {
        // The rest of a rejected body is not read: the connection is closed.
        context.addEndHandler(ended -> closeUnlessRead(request));
      }
      addHeaders(problemException, request);
    }
    return response(json(e, request), request);
  }

  private static ProblemJson document(Throwable e, HttpServerRequest request) {
    var path = RequestPath.of(request);
    var problemException = ProblemTranslator.toProblem(e);
    if (problemException != null) {
      return problemException.json(path);
    }
    if (e instanceof WebApplicationException rejected && isFrameworkRejection(e)) {
      int status = rejected.getResponse().getStatus();
      return ProblemJson.rejected(status, rejectionDetail(status, request), path);
    }
    return ProblemJson.failed(path);
  }

  /// Returns true if the framework itself rejects the request: an unknown path, a wrong method or
  /// type.
  private static boolean isFrameworkRejection(Throwable e) {
    return e instanceof WebApplicationException rejected
        && rejected.getResponse().getStatus() < FIRST_SERVER_ERROR;
  }

  private static String rejectionDetail(int status, HttpServerRequest request) {
    return switch (status) {
      case 404 -> "No resource at " + RequestPath.of(request);
      case 405 -> RequestPath.of(request) + " does not support " + request.method();
      case 406 -> "No representation matches the Accept header.";
      case 415 -> "The body's Content-Type must be " + acceptedType(request) + ", in UTF-8.";
      default -> "The request is malformed.";
    };
  }

  private static String acceptedType(HttpServerRequest request) {
    return RequestPath.of(request).equals("/api/articles")
        ? ArticleLines.MEDIA_TYPE
        : "application/json";
  }

  /// The connection failed, because the application itself throws no `IOException`; or the client
  /// has disconnected.
  private static Response clientDisconnected(Throwable e, HttpServerRequest request) {
    LOG.debugf(e, "%s %s: the client has disconnected", request.method(), RequestPath.of(request));
    return Response.status(Response.Status.BAD_REQUEST).build();
  }

  private static void addHeaders(ProblemException problemException, HttpServerRequest request) {
    if (problemException.retryAfter() != null) {
      request
          .response()
          .putHeader(HttpHeaders.RETRY_AFTER, problemException.retryAfter().toString());
    }
    if (problemException.challenge() != null) {
      request.response().putHeader(HttpHeaders.WWW_AUTHENTICATE, problemException.challenge());
    }
  }

  private static void closeUnlessRead(HttpServerRequest request) {
    if (!request.isEnded()) {
      var _ = request.connection().close();
    }
  }

  /// Logs details for operators that clients must not see, such as the address of the database or
  /// the name of a damaged file.
  private static void log(Throwable e, HttpServerRequest request) {
    switch (e) {
      case ArchiveUnavailableException _ -> LOG.warn(e.getMessage());
      case ArchiveException _ -> LOG.error("The database failed", e);
      case IndexException _ -> LOG.error("The index failed", e);
      default -> {
        if (ProblemTranslator.toProblem(e) == null && !isFrameworkRejection(e)) {
          LOG.errorf(
              e,
              "%s %s failed (reference %s)",
              request.method(),
              RequestPath.of(request),
              RequestIds.of(request));
        }
      }
    }
  }

  private Response response(ProblemJson problem, HttpServerRequest request) {
    var response = Response.status(problem.status());
    if (wantsPage(request)) {
      return response
          .type(MediaType.TEXT_HTML_TYPE.withCharset("UTF-8"))
          .entity(ErrorPage.of(problem).render())
          .build();
    }
    return response.type(mediaType(request)).entity(body(problem, request)).build();
  }

  private static boolean wantsPage(HttpServerRequest request) {
    var accepted = request.getHeader(HttpHeaders.ACCEPT);
    return !RequestPath.isApi(RequestPath.of(request))
        && accepted != null
        && accepted.contains(MediaType.TEXT_HTML);
  }

  /// The problem as the clients of this path expect it.
  private String body(ProblemJson problem, HttpServerRequest request) {
    var path = RequestPath.of(request);
    if (RequestPath.isOpenAi(path)) {
      return serialize(OpenAiErrorJson.of(problem));
    }
    return RequestPath.isMcp(path) ? serialize(RpcErrorJson.of(problem)) : serialize(problem);
  }

  private static String mediaType(HttpServerRequest request) {
    var path = RequestPath.of(request);
    return RequestPath.isOpenAi(path) || RequestPath.isMcp(path)
        ? MediaType.APPLICATION_JSON
        : ProblemJson.MEDIA_TYPE;
  }

  /// Serialized here, because with a string no writer checks whether the client accepts its type.
  private String serialize(Object problem) {
    try {
      return json.writeValueAsString(problem);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("every problem is JSON", e);
    }
  }
}
