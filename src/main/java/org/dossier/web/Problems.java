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
import org.dossier.chat.InvalidMessageException;
import org.dossier.chat.KeyReusedException;
import org.dossier.chat.UnknownConversationException;
import org.dossier.chat.UnknownTurnException;
import org.dossier.corpus.ArchiveException;
import org.dossier.corpus.ArchiveUnreachableException;
import org.dossier.corpus.InvalidArticleException;
import org.dossier.index.IndexException;
import org.jboss.logging.Logger;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;

/// Every fault becomes a problem document; a browser that asks for a page gets it as a page.
@Singleton
final class Problems {
  private static final Logger LOG = Logger.getLogger(Problems.class);
  private static final int COME_AGAIN_SECONDS = 2;

  private final ObjectMapper json;
  private final RequestMeters meters;

  Problems(ObjectMapper json, RequestMeters meters) {
    this.json = json;
    this.meters = meters;
  }

  /// Any fault, for who tells it otherwise than by a response.
  ProblemJson json(Throwable e, HttpServerRequest request) {
    return told(
        switch (e) {
          case Problem problem -> problem.json(RequestPath.of(request));
          case InvalidMessageException invalid -> invalid(invalid).json(RequestPath.of(request));
          case UnknownConversationException unknown ->
              unknown(unknown).json(RequestPath.of(request));
          case KeyReusedException reused -> reused(reused).json(RequestPath.of(request));
          case ArchiveUnreachableException unreachable ->
              unreachable(unreachable).json(RequestPath.of(request));
          case ArchiveException broken -> broken("database", broken).json(RequestPath.of(request));
          case IndexException broken -> broken("index", broken).json(RequestPath.of(request));
          default -> failure(e, request);
        },
        request);
  }

  /// Each is counted, and names the request.
  private ProblemJson told(ProblemJson problem, HttpServerRequest request) {
    meters.refused(problem);
    return problem.of(RequestIds.of(request));
  }

  @ServerExceptionMapper
  public Response problem(Problem problem, HttpServerRequest request, RoutingContext context) {
    if (problem.fault() == Fault.TOO_LARGE) {
      // Nothing more is read from a client that was refused before it had sent everything.
      context.addEndHandler(ended -> closeUnlessRead(request));
    }
    addHeaders(problem, request);
    return response(problem.json(RequestPath.of(request)), request);
  }

  /// Tells of it where no resource was come to.
  void send(Problem problem, HttpServerRequest request) {
    addHeaders(problem, request);
    var unused =
        request
            .response()
            .setStatusCode(problem.fault().status())
            .putHeader(HttpHeaders.CONTENT_TYPE, ProblemJson.MEDIA_TYPE)
            .end(text(told(problem.json(RequestPath.of(request)), request)));
  }

  private static void addHeaders(Problem problem, HttpServerRequest request) {
    if (problem.retryAfter() != null) {
      request.response().putHeader(HttpHeaders.RETRY_AFTER, problem.retryAfter().toString());
    }
    if (problem.challenge() != null) {
      request.response().putHeader(HttpHeaders.WWW_AUTHENTICATE, problem.challenge());
    }
  }

  @ServerExceptionMapper
  public Response invalidMessage(InvalidMessageException e, HttpServerRequest request) {
    return response(invalid(e).json(RequestPath.of(request)), request);
  }

  @ServerExceptionMapper
  public Response invalidArticle(InvalidArticleException e, HttpServerRequest request) {
    var problem = Problem.of(Fault.INVALID_FIELD, String.valueOf(e.getMessage())).at(e.field());
    return response(problem.json(RequestPath.of(request)), request);
  }

  @ServerExceptionMapper
  public Response unknownConversation(UnknownConversationException e, HttpServerRequest request) {
    return response(unknown(e).json(RequestPath.of(request)), request);
  }

  @ServerExceptionMapper
  public Response keyReused(KeyReusedException e, HttpServerRequest request) {
    return response(reused(e).json(RequestPath.of(request)), request);
  }

  @ServerExceptionMapper
  public Response unreachable(
      ArchiveUnreachableException e, HttpServerRequest request, RoutingContext context) {
    return problem(unreachable(e), request, context);
  }

  @ServerExceptionMapper
  public Response unknownTurn(UnknownTurnException e, HttpServerRequest request) {
    var problem = Problem.of(Fault.UNKNOWN_TURN, String.valueOf(e.getMessage()));
    return response(problem.json(RequestPath.of(request)), request);
  }

  @ServerExceptionMapper
  public Response broken(ArchiveException e, HttpServerRequest request, RoutingContext context) {
    return problem(broken("database", e), request, context);
  }

  @ServerExceptionMapper
  public Response broken(IndexException e, HttpServerRequest request, RoutingContext context) {
    return problem(broken("index", e), request, context);
  }

  /// What the HTTP layer itself refuses: unknown paths, wrong methods and media types.
  @ServerExceptionMapper
  public Response refused(WebApplicationException e, HttpServerRequest request) {
    int status = e.getResponse().getStatus();
    if (status >= 500) {
      return failed(e, request);
    }
    return response(
        ProblemJson.refused(status, refusal(status, request), RequestPath.of(request)), request);
  }

  private static String refusal(int status, HttpServerRequest request) {
    return switch (status) {
      case 404 -> "There is nothing at " + RequestPath.of(request);
      case 405 -> RequestPath.of(request) + " does not take " + request.method();
      case 406 -> "Nothing there is of a type that the Accept header names.";
      case 415 -> "The body's Content-Type must be application/json, in UTF-8.";
      default -> "The request cannot be understood.";
    };
  }

  /// The connection broke, for our own work throws no such thing: nobody is there to be told.
  @ServerExceptionMapper
  public Response gone(IOException e, HttpServerRequest request) {
    return nobodyWaits(e, request);
  }

  /// What was asked for is not waited for any more.
  @ServerExceptionMapper
  public Response gone(StoppedException e, HttpServerRequest request) {
    return nobodyWaits(e, request);
  }

  private static Response nobodyWaits(Exception e, HttpServerRequest request) {
    LOG.debugf(e, "%s %s: the client is gone", request.method(), RequestPath.of(request));
    return Response.status(Response.Status.BAD_REQUEST).build();
  }

  @ServerExceptionMapper
  public Response failed(Throwable e, HttpServerRequest request) {
    return response(failure(e, request), request);
  }

  private static void closeUnlessRead(HttpServerRequest request) {
    if (!request.isEnded()) {
      var unused = request.connection().close();
    }
  }

  private static Problem invalid(InvalidMessageException e) {
    var problem = Problem.of(Fault.INVALID_FIELD, String.valueOf(e.getMessage())).at(e.field());
    return e.limit().isEmpty() ? problem : problem.beyond(e.limit().getAsInt());
  }

  private static Problem reused(KeyReusedException e) {
    return Problem.of(Fault.KEY_REUSED, Asks.HEADER + ": " + e.getMessage()).at(Asks.HEADER);
  }

  private static Problem unknown(UnknownConversationException e) {
    return Problem.of(Fault.UNKNOWN_CONVERSATION, String.valueOf(e.getMessage()));
  }

  /// Where the database is, is no concern of clients.
  private static Problem unreachable(ArchiveUnreachableException e) {
    LOG.warn(e.getMessage());
    return Problem.of(
            Fault.UNREACHABLE,
            "The archive's database cannot be reached at present. Try again in a moment.")
        .after(COME_AGAIN_SECONDS);
  }

  /// A full disk, a damaged file: whoever runs it finds in the log what and where.
  private static Problem broken(String part, RuntimeException e) {
    LOG.errorf(e, "The %s failed", part);
    return Problem.of(
            Fault.UNREACHABLE,
            "The archive's %s fails at present. What was acknowledged before is kept; try again in a moment."
                .formatted(part))
        .after(COME_AGAIN_SECONDS);
  }

  /// Logs what went wrong, and tells no more than under which reference.
  private static ProblemJson failure(Throwable e, HttpServerRequest request) {
    LOG.errorf(
        e,
        "%s %s failed (reference %s)",
        request.method(),
        RequestPath.of(request),
        RequestIds.of(request));
    return ProblemJson.failed(RequestPath.of(request));
  }

  private Response response(ProblemJson fault, HttpServerRequest request) {
    var problem = told(fault, request);
    var response = Response.status(problem.status());
    if (wantsPage(request)) {
      return response
          .type(MediaType.TEXT_HTML_TYPE.withCharset("UTF-8"))
          .entity(FaultPage.of(problem).render())
          .build();
    }
    return response.type(ProblemJson.MEDIA_TYPE).entity(text(problem)).build();
  }

  private static boolean wantsPage(HttpServerRequest request) {
    var accepted = request.getHeader(HttpHeaders.ACCEPT);
    return !RequestPath.of(request).startsWith("/api")
        && accepted != null
        && accepted.contains(MediaType.TEXT_HTML);
  }

  /// As text, for no writer is asked then whether the client accepts it.
  private String text(ProblemJson problem) {
    try {
      return json.writeValueAsString(problem);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("every problem is JSON", e);
    }
  }
}
