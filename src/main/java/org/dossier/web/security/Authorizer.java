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
import org.dossier.web.request.PublicLinks;
import org.dossier.web.request.RequestPath;
import org.jspecify.annotations.Nullable;

/// Decides whether a request is authorized. If the request has a token, the token decides, even if
/// it gives fewer permissions than a request without a token has. Without a token, programs and
/// pages of this machine have every permission, and other clients may ask if the configuration
/// allows it.
///
/// Requests are rate-limited for each client. Rejected requests count, because they cost work too.
/// Tokens with the permission to change articles, and this machine, are not limited.
@Singleton
public final class Authorizer {
  private static final String NO_TOKEN = "Bearer none";
  private static final String CHALLENGE = "Bearer realm=\"dossier\"";
  private static final int RETRY_AFTER_SECONDS = 5;

  private final AuthConfig config;
  private final Authenticator authenticator;
  private final PageTokens pages;
  private final RateLimit limit;
  private final TrustedProxies proxies;
  private final PublicLinks links;

  Authorizer(
      AuthConfig config,
      Authenticator authenticator,
      PageTokens pages,
      RateLimit limit,
      TrustedProxies proxies,
      PublicLinks links) {
    this.proxies = proxies;
    this.links = links;
    this.config = config;
    this.authenticator = authenticator;
    this.pages = pages;
    this.limit = limit;
  }

  /// Authorizes a request. May block, because access tokens are in the database.
  ///
  /// @param needed the permission that the request requires
  /// @param isPage true if the request is for a page, which users open by following links
  /// @throws ProblemException UNAUTHORIZED, FORBIDDEN, PAGE_TOKEN_REQUIRED, ISSUER_UNAVAILABLE or
  ///   RATE_LIMITED
  void check(HttpServerRequest request, Permission needed, boolean isPage) {
    check(request, needed, refusal -> checkAnonymous(request, needed, isPage, refusal));
  }

  /// Authorizes a request for the metrics. Every valid token is sufficient, so that the metrics
  /// collector needs no further permissions.
  public void checkMetrics(HttpServerRequest request) {
    if (!config.publicMetrics()) {
      checkManagement(request);
    }
  }

  /// Authorizes a request for what is not meant for the public: from this machine, or with a valid
  /// token.
  public void checkManagement(HttpServerRequest request) {
    check(
        request,
        Permission.READ,
        refusal -> {
          throw refusal;
        });
  }

  /// True if the request may change articles: its token permits it, or it is from this machine.
  public boolean isOperator(HttpServerRequest request) {
    return switch (authenticator.authenticate(authorization(request))) {
      case AuthenticationResult.Anonymous _ -> isFromThisMachine(request);
      case AuthenticationResult.Authenticated authenticated ->
          authenticated.permission().includes(Permission.WRITE);
      case AuthenticationResult.NoPermission _,
          AuthenticationResult.InvalidToken _,
          AuthenticationResult.IssuerUnavailable _ ->
          false;
    };
  }

  /// @param onMissingPermission decides on a request from another machine without permission;
  ///   receives the refusal
  private void check(
      HttpServerRequest request,
      Permission needed,
      Consumer<ProblemException> onMissingPermission) {
    switch (authenticator.authenticate(authorization(request))) {
      case AuthenticationResult.Anonymous _ -> {
        if (!isFromThisMachine(request)) {
          limit.check(request);
          onMissingPermission.accept(unauthorized(needed, request));
        }
      }
      case AuthenticationResult.Authenticated authenticated ->
          checkPermission(request, authenticated.permission(), needed);
      case AuthenticationResult.NoPermission _ -> {
        limit.check(request);
        onMissingPermission.accept(forbidden(needed));
      }
      case AuthenticationResult.InvalidToken invalidToken -> {
        limit.check(request);
        throw invalidToken(invalidToken.reason(), request);
      }
      case AuthenticationResult.IssuerUnavailable _ -> {
        limit.check(request);
        throw issuerUnavailable();
      }
    }
  }

  /// The `Authorization` header; `null` if absent. OpenAI's clients cannot omit it, so the key
  /// `none` is no token for them.
  private static @Nullable String authorization(HttpServerRequest request) {
    var header = request.getHeader(HttpHeaders.AUTHORIZATION);
    boolean isPlaceholder =
        NO_TOKEN.equals(header) && RequestPath.isOpenAi(RequestPath.of(request));
    return isPlaceholder ? null : header;
  }

  private boolean isFromThisMachine(HttpServerRequest request) {
    var origin = RequestOrigin.of(request);
    return config.trustLoopback()
        && ClientAddress.of(request, proxies).isThisMachine()
        && (origin == null || origin.isOwn());
  }

  private void checkPermission(
      HttpServerRequest request, Permission permission, Permission needed) {
    if (!permission.includes(Permission.WRITE)) {
      limit.check(request);
    }
    if (!permission.includes(needed)) {
      throw forbidden(needed);
    }
  }

  private void checkAnonymous(
      HttpServerRequest request, Permission needed, boolean isPage, ProblemException refusal) {
    if (needed != Permission.READ) {
      throw refusal;
    }
    switch (config.readAccess()) {
      case OPEN -> {
        // Open to every client.
      }
      case PAGE -> {
        // Browsers send no page token when a user follows a link to a page.
        if (!isPage) {
          pages.check(request);
        }
      }
      case TOKEN -> throw refusal;
    }
  }

  private ProblemException unauthorized(Permission needed, HttpServerRequest request) {
    return ProblemException.of(
            ProblemType.UNAUTHORIZED,
            "Authorization: must be Bearer and a token with the permission ‘%s’."
                .formatted(needed.label()))
        .withChallenge(CHALLENGE + metadata(request));
  }

  private ProblemException invalidToken(String reason, HttpServerRequest request) {
    return ProblemException.of(ProblemType.UNAUTHORIZED, "Authorization: %s.".formatted(reason))
        .withChallenge(CHALLENGE + ", error=\"invalid_token\"" + metadata(request));
  }

  /// The address at which a client of MCP finds the issuer of its tokens (RFC 9728, section 5.1).
  private String metadata(HttpServerRequest request) {
    return config.oidc().issuer().isPresent() && RequestPath.isMcp(RequestPath.of(request))
        ? ", resource_metadata=\"%s/.well-known/oauth-protected-resource/mcp\""
            .formatted(links.base(request))
        : "";
  }

  private static ProblemException issuerUnavailable() {
    return ProblemException.of(
            ProblemType.ISSUER_UNAVAILABLE,
            "Authorization: the issuer of the token is unavailable.")
        .withRetryAfter(RETRY_AFTER_SECONDS);
  }

  private static ProblemException forbidden(Permission needed) {
    return ProblemException.of(
            ProblemType.FORBIDDEN,
            "Authorization: this token does not have the permission ‘%s’."
                .formatted(needed.label()))
        .withChallenge(
            CHALLENGE + ", error=\"insufficient_scope\", scope=\"" + needed.label() + "\"");
  }
}
