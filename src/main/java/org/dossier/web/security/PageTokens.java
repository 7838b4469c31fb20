package org.dossier.web.security;

import io.vertx.core.http.HttpServerRequest;
import jakarta.inject.Singleton;
import java.nio.charset.StandardCharsets;
import java.security.InvalidKeyException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.regex.Pattern;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.dossier.auth.InvalidSettingException;
import org.dossier.web.problem.ProblemException;
import org.dossier.web.problem.ProblemType;
import org.dossier.web.request.WebConfig;

/// Short-lived tokens that allow the pages of one origin to ask. A token consists of its expiry
/// time and an HMAC-SHA256 of that time and the origin. Tokens are not stored. Thread-safe.
@Singleton
public final class PageTokens {
  public static final String HEADER = "Dossier-Token";

  private static final String ALGORITHM = "HmacSHA256";
  private static final int SHORTEST_SECRET = 32;
  private static final Pattern SHAPE = Pattern.compile("([0-9]{1,12})\\.([A-Za-z0-9_-]{43})");

  private final Duration life;
  private final SecretKeySpec key;
  private final Clock clock;

  /// @throws InvalidSettingException if the configured secret is too short
  PageTokens(WebConfig config, Clock clock) {
    this.life = config.pageToken().ttl();
    this.key =
        new SecretKeySpec(
            config.pageToken().secret().map(PageTokens::longEnough).orElseGet(PageTokens::random),
            ALGORITHM);
    this.clock = clock;
  }

  /// Verifies the page token of a request.
  ///
  /// @throws ProblemException PAGE_TOKEN_REQUIRED
  void check(HttpServerRequest request) {
    var page = RequestOrigin.of(request);
    var token = request.getHeader(HEADER);
    if (page == null || token == null || !isValid(token, page)) {
      throw ProblemException.of(
          ProblemType.PAGE_TOKEN_REQUIRED,
          "%s: must be a token that POST /api/token issued to a page of this origin within the last %d seconds."
              .formatted(HEADER, life.toSeconds()));
    }
  }

  /// Issues a token for the pages of this origin.
  public String token(RequestOrigin page) {
    long end = clock.instant().plus(life).getEpochSecond();
    return end + "." + signature(end, page);
  }

  public Duration life() {
    return life;
  }

  boolean isValid(String token, RequestOrigin page) {
    var parts = SHAPE.matcher(token);
    if (!parts.matches()) {
      return false;
    }
    long end = Long.parseLong(parts.group(1));
    return isNow(Instant.ofEpochSecond(end))
        && MessageDigest.isEqual(bytes(parts.group(2)), bytes(signature(end, page)));
  }

  /// A token that expires too far in the future was issued before the clock was set back, and would
  /// be valid for too long. Twice the lifetime tolerates small clock differences between processes.
  private boolean isNow(Instant end) {
    var now = clock.instant();
    return now.isBefore(end) && end.isBefore(now.plus(life.multipliedBy(2)));
  }

  private String signature(long end, RequestOrigin page) {
    try {
      var mac = Mac.getInstance(ALGORITHM);
      mac.init(key);
      var signed = mac.doFinal(bytes(end + " " + page.name()));
      return Base64.getUrlEncoder().withoutPadding().encodeToString(signed);
    } catch (NoSuchAlgorithmException | InvalidKeyException e) {
      throw new IllegalStateException("every JDK has " + ALGORITHM, e);
    }
  }

  private static byte[] longEnough(String secret) {
    if (secret.length() < SHORTEST_SECRET) {
      throw new InvalidSettingException(
          "dossier.web.page-token.secret",
          "has fewer than %d characters".formatted(SHORTEST_SECRET));
    }
    return bytes(secret);
  }

  private static byte[] random() {
    var bytes = new byte[SHORTEST_SECRET];
    new SecureRandom().nextBytes(bytes);
    return bytes;
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
