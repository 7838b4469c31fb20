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
  private static final int MIN_SECRET_LENGTH = 32;
  private static final Pattern SHAPE = Pattern.compile("([0-9]{1,12})\\.([A-Za-z0-9_-]{43})");

  private final Duration lifetime;
  private final SecretKeySpec key;
  private final Clock clock;

  /// @throws InvalidSettingException if the configured secret is too short
  PageTokens(WebConfig config, Clock clock) {
    this.lifetime = config.pageToken().ttl();
    this.key =
        new SecretKeySpec(
            config
                .pageToken()
                .secret()
                .map(PageTokens::checkedSecret)
                .orElseGet(PageTokens::randomSecret),
            ALGORITHM);
    this.clock = clock;
  }

  /// Verifies the page token of a request.
  ///
  /// @throws ProblemException PAGE_TOKEN_REQUIRED
  void check(HttpServerRequest request) {
    var origin = RequestOrigin.of(request);
    var token = request.getHeader(HEADER);
    if (origin == null || token == null || !isValid(token, origin)) {
      throw ProblemException.of(
          ProblemType.PAGE_TOKEN_REQUIRED,
          "%s: must be a token that POST /api/token issued to a page of this origin within the last %d seconds."
              .formatted(HEADER, lifetime.toSeconds()));
    }
  }

  /// Issues a token for the pages of this origin.
  public String token(RequestOrigin origin) {
    long end = clock.instant().plus(lifetime).getEpochSecond();
    return end + "." + signature(end, origin);
  }

  public Duration lifetime() {
    return lifetime;
  }

  boolean isValid(String token, RequestOrigin origin) {
    var parts = SHAPE.matcher(token);
    if (!parts.matches()) {
      return false;
    }
    long end = Long.parseLong(parts.group(1));
    return isCurrent(Instant.ofEpochSecond(end))
        && MessageDigest.isEqual(bytes(parts.group(2)), bytes(signature(end, origin)));
  }

  /// A token that expires too far in the future was issued before the clock was set back, and would
  /// be valid for too long. Twice the lifetime tolerates small clock differences between processes.
  private boolean isCurrent(Instant end) {
    var now = clock.instant();
    return now.isBefore(end) && end.isBefore(now.plus(lifetime.multipliedBy(2)));
  }

  private String signature(long end, RequestOrigin origin) {
    try {
      var mac = Mac.getInstance(ALGORITHM);
      mac.init(key);
      var signed = mac.doFinal(bytes(end + " " + origin.name()));
      return Base64.getUrlEncoder().withoutPadding().encodeToString(signed);
    } catch (NoSuchAlgorithmException | InvalidKeyException e) {
      throw new IllegalStateException("every JDK has " + ALGORITHM, e);
    }
  }

  private static byte[] checkedSecret(String secret) {
    if (secret.length() < MIN_SECRET_LENGTH) {
      throw new InvalidSettingException(
          "dossier.web.page-token.secret",
          "has fewer than %d characters".formatted(MIN_SECRET_LENGTH));
    }
    return bytes(secret);
  }

  private static byte[] randomSecret() {
    var bytes = new byte[MIN_SECRET_LENGTH];
    new SecureRandom().nextBytes(bytes);
    return bytes;
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
