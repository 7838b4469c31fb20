package org.dossier.web.security;

import io.vertx.core.http.HttpServerRequest;
import jakarta.inject.Singleton;
import jakarta.ws.rs.core.HttpHeaders;
import java.util.function.Consumer;
import org.dossier.auth.AuthConfig;
import org.dossier.auth.AuthenticationResult;
import org.dossier.auth.Authenticator;
import org.dossier.auth.Permission;
import org.dossier.web.problem.ProblemException;
import org.dossier.web.problem.ProblemType;

/// Decides whether a request may have what it wants. Whoever shows a token has the rights of that
/// token, be it more or less than without; else programs and pages of this machine may do
/// everything, and others ask, as far as the configuration lets them.
///
/// Each client has a limited number of requests; refused ones count, since trying costs work too.
/// Whoever may change articles is not limited, and neither is this machine.
@Singleton
public final class Authorizer {
  private static final String CHALLENGE = "Bearer realm=\"dossier\"";
  private static final int COME_AGAIN_SECONDS = 5;

  private final AuthConfig config;
  private final Authenticator authenticator;
  private final PageTokens pages;
  private final RateLimit limit;
  private final TrustedProxies proxies;

  Authorizer(
      AuthConfig config,
      Authenticator authenticator,
      PageTokens pages,
      RateLimit limit,
      TrustedProxies proxies) {
    this.proxies = proxies;
    this.config = config;
    this.authenticator = authenticator;
    this.pages = pages;
    this.limit = limit;
  }

  /// May block: tokens are in the database.
  ///
  /// @param needed the right that the request requires
  /// @param isPage whether it asks for a page, which people open by following links
  /// @throws ProblemException UNAUTHORIZED, FORBIDDEN, PAGE_TOKEN_REQUIRED, ISSUER_UNAVAILABLE or
  ///   RATE_LIMITED
  void check(HttpServerRequest request, Permission needed, boolean isPage) {
    check(request, needed, refusal -> checkAnybody(request, needed, isPage, refusal));
  }

  /// The same for the metrics. Any token will do, so that what reads them need not be trusted with
  /// more.
  public void checkMetrics(HttpServerRequest request) {
    if (!config.publicMetrics()) {
      check(
          request,
          Permission.ASK,
          refusal -> {
            throw refusal;
          });
    }
  }

  /// @param anybody what holds for somebody from elsewhere who has no right; given the refusal
  private void check(
      HttpServerRequest request, Permission needed, Consumer<ProblemException> anybody) {
    switch (authenticator.authenticate(request.getHeader(HttpHeaders.AUTHORIZATION))) {
      case AuthenticationResult.Anonymous _ -> {
        if (!isHere(request)) {
          limit.check(request);
          anybody.accept(unauthorized(needed));
        }
      }
      case AuthenticationResult.Authenticated authenticated ->
          checkHolder(request, authenticated.right(), needed);
      case AuthenticationResult.NoPermission _ -> {
        limit.check(request);
        anybody.accept(forbidden(needed));
      }
      case AuthenticationResult.InvalidToken invalidToken -> {
        limit.check(request);
        throw invalid(invalidToken.why());
      }
      case AuthenticationResult.IssuerUnavailable _ -> {
        limit.check(request);
        throw undecided();
      }
    }
  }

  private boolean isHere(HttpServerRequest request) {
    var page = RequestOrigin.of(request);
    return config.trustLoopback()
        && ClientAddress.of(request, proxies).isThisMachine()
        && (page == null || page.isOwn());
  }

  private void checkHolder(HttpServerRequest request, Permission permission, Permission needed) {
    if (!permission.includes(Permission.CHANGE)) {
      limit.check(request);
    }
    if (!permission.includes(needed)) {
      throw forbidden(needed);
    }
  }

  private void checkAnybody(
      HttpServerRequest request, Permission needed, boolean isPage, ProblemException refusal) {
    if (needed != Permission.ASK) {
      throw refusal;
    }
    switch (config.readAccess()) {
      case OPEN -> {
        // Anybody may.
      }
      case PAGE -> {
        // Browsers send no token when somebody follows a link to a page.
        if (!isPage) {
          pages.check(request);
        }
      }
      case TOKEN -> throw refusal;
    }
  }

  private static ProblemException unauthorized(Permission needed) {
    return ProblemException.of(
            ProblemType.UNAUTHORIZED,
            "Authorization: must be Bearer and a token with the permission to %s."
                .formatted(needed.word()))
        .withChallenge(CHALLENGE);
  }

  private static ProblemException invalid(String why) {
    return ProblemException.of(ProblemType.UNAUTHORIZED, "Authorization: %s.".formatted(why))
        .withChallenge(CHALLENGE + ", error=\"invalid_token\"");
  }

  private static ProblemException undecided() {
    return ProblemException.of(
            ProblemType.ISSUER_UNAVAILABLE,
            "Authorization: the issuer of the token is unavailable.")
        .withRetryAfter(COME_AGAIN_SECONDS);
  }

  private static ProblemException forbidden(Permission needed) {
    return ProblemException.of(
            ProblemType.FORBIDDEN,
            "Authorization: this token has no permission to %s.".formatted(needed.word()))
        .withChallenge(
            CHALLENGE + ", error=\"insufficient_scope\", scope=\"" + needed.word() + "\"");
  }
}
