package org.dossier.web;

import io.vertx.core.http.HttpServerRequest;
import jakarta.inject.Singleton;
import jakarta.ws.rs.core.HttpHeaders;
import java.util.function.Consumer;
import org.dossier.access.AccessConfig;
import org.dossier.access.Credentials;
import org.dossier.access.Right;
import org.dossier.access.Shown;

/// Decides whether a request may have what it wants. Whoever shows a token has the rights of that
/// token, be it more or less than without; else programs and pages of this machine may do
/// everything, and others ask, as far as the configuration lets them.
///
/// Each client has a limited number of requests; refused ones count, since trying costs work too.
/// Whoever may change articles is not limited, and neither is this machine.
@Singleton
final class Admission {
  private static final String CHALLENGE = "Bearer realm=\"dossier\"";
  private static final int COME_AGAIN_SECONDS = 5;

  private final AccessConfig config;
  private final Credentials credentials;
  private final PageTokens pages;
  private final RateLimit limit;
  private final TrustedProxies proxies;

  Admission(
      AccessConfig config,
      Credentials credentials,
      PageTokens pages,
      RateLimit limit,
      TrustedProxies proxies) {
    this.proxies = proxies;
    this.config = config;
    this.credentials = credentials;
    this.pages = pages;
    this.limit = limit;
  }

  /// May block: tokens are in the database.
  ///
  /// @param needed the right that the request requires
  /// @param isPage whether it asks for a page, which people open by following links
  /// @throws Problem UNAUTHORIZED, FORBIDDEN, TOKEN_NEEDED, UNDECIDED or LIMITED
  void check(HttpServerRequest request, Right needed, boolean isPage) {
    check(request, needed, refusal -> checkAnybody(request, needed, isPage, refusal));
  }

  /// The same for the metrics. Any token will do, so that what reads them need not be trusted with
  /// more.
  void checkMetrics(HttpServerRequest request) {
    if (!config.openMetrics()) {
      check(
          request,
          Right.ASK,
          refusal -> {
            throw refusal;
          });
    }
  }

  /// @param anybody what holds for somebody from elsewhere who has no right; given the refusal
  private void check(HttpServerRequest request, Right needed, Consumer<Problem> anybody) {
    switch (credentials.judge(request.getHeader(HttpHeaders.AUTHORIZATION))) {
      case Shown.Nothing _ -> {
        if (!isHere(request)) {
          limit.check(request);
          anybody.accept(unauthorized(needed));
        }
      }
      case Shown.Holding holding -> checkHolder(request, holding.right(), needed);
      case Shown.Powerless _ -> {
        limit.check(request);
        anybody.accept(forbidden(needed));
      }
      case Shown.Refused refused -> {
        limit.check(request);
        throw invalid(refused.why());
      }
      case Shown.Undecided _ -> {
        limit.check(request);
        throw undecided();
      }
    }
  }

  private boolean isHere(HttpServerRequest request) {
    var page = PageOrigin.of(request);
    return config.loopback()
        && Client.of(request, proxies).isThisMachine()
        && (page == null || page.isOwn());
  }

  private void checkHolder(HttpServerRequest request, Right right, Right needed) {
    if (!right.includes(Right.CHANGE)) {
      limit.check(request);
    }
    if (!right.includes(needed)) {
      throw forbidden(needed);
    }
  }

  private void checkAnybody(
      HttpServerRequest request, Right needed, boolean isPage, Problem refusal) {
    if (needed != Right.ASK) {
      throw refusal;
    }
    switch (config.asking()) {
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

  private static Problem unauthorized(Right needed) {
    return Problem.of(
            Fault.UNAUTHORIZED,
            "Authorization: must be Bearer and a token that may %s.".formatted(needed.word()))
        .asking(CHALLENGE);
  }

  private static Problem invalid(String why) {
    return Problem.of(Fault.UNAUTHORIZED, "Authorization: %s.".formatted(why))
        .asking(CHALLENGE + ", error=\"invalid_token\"");
  }

  private static Problem undecided() {
    return Problem.of(
            Fault.UNDECIDED, "Authorization: the issuer of the token cannot be asked now.")
        .after(COME_AGAIN_SECONDS);
  }

  private static Problem forbidden(Right needed) {
    return Problem.of(
            Fault.FORBIDDEN,
            "Authorization: this token may not %s, which this takes.".formatted(needed.word()))
        .asking(CHALLENGE + ", error=\"insufficient_scope\", scope=\"" + needed.word() + "\"");
  }
}
