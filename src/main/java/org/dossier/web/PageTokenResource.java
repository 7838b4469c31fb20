package org.dossier.web;

import io.vertx.core.http.HttpServerRequest;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import org.dossier.auth.PublicEndpoint;
import org.dossier.web.problem.ProblemException;
import org.dossier.web.problem.ProblemType;
import org.dossier.web.security.PageTokens;
import org.dossier.web.security.RateLimit;
import org.dossier.web.security.RequestOrigin;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/// Issues a page token to the widget for the origin of its page. Requests from origins that are not
/// allowed are rejected before they reach this resource.
@Path("/api/token")
@Produces(MediaType.APPLICATION_JSON)
@PublicEndpoint("the origin is checked, and the token grants only what that origin may do")
final class PageTokenResource {
  private final PageTokens tokens;
  private final RateLimit limit;

  PageTokenResource(PageTokens tokens, RateLimit limit) {
    this.tokens = tokens;
    this.limit = limit;
  }

  /// A page token.
  @Schema(
      name = "Token",
      description = "A token with which pages of one origin may ask for a limited time.")
  record TokenJson(
      @Schema(description = "The value of the Dossier-Token header.") String token,
      @Schema(description = "The lifetime of the token, in seconds.") long seconds) {}

  @POST
  public TokenJson token(@Context HttpServerRequest request) {
    limit.check(request);
    var origin = RequestOrigin.of(request);
    if (origin == null) {
      throw ProblemException.of(
          ProblemType.ORIGIN_NOT_ALLOWED, "Tokens are for pages: the Origin header is missing.");
    }
    return new TokenJson(tokens.token(origin), tokens.lifetime().toSeconds());
  }
}
