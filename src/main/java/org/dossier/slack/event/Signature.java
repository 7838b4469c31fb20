package org.dossier.slack.event;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Clock;
import java.time.Duration;
import java.util.HexFormat;
import java.util.regex.Pattern;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;

/// Verifies that a request comes from Slack: its signature is `v0=` and the HMAC-SHA256 of
/// `v0:{timestamp}:{body}` under the signing secret. Thread-safe.
public final class Signature {
  public static final String SIGNATURE = "X-Slack-Signature";
  public static final String TIMESTAMP = "X-Slack-Request-Timestamp";

  private static final Duration TOLERANCE = Duration.ofMinutes(5);
  private static final Pattern SECONDS = Pattern.compile("[0-9]{1,12}");
  private static final String ALGORITHM = "HmacSHA256";

  private final SecretKeySpec key;
  private final Clock clock;

  public Signature(String secret, Clock clock) {
    this.key = new SecretKeySpec(secret.getBytes(StandardCharsets.UTF_8), ALGORITHM);
    this.clock = clock;
  }

  /// Returns true if Slack signed `body` with a timestamp at most 300 seconds in the past or
  /// future. The limit prevents replay attacks.
  ///
  /// @param timestamp the `X-Slack-Request-Timestamp` header; `null` if absent
  /// @param signature the `X-Slack-Signature` header; `null` if absent
  public boolean isValid(@Nullable String timestamp, @Nullable String signature, byte[] body) {
    return timestamp != null
        && signature != null
        && isRecent(timestamp)
        && MessageDigest.isEqual(
            compute(timestamp, body).getBytes(StandardCharsets.UTF_8),
            signature.getBytes(StandardCharsets.UTF_8));
  }

  /// The signature of a request.
  public String compute(String timestamp, byte[] body) {
    try {
      var mac = Mac.getInstance(ALGORITHM);
      mac.init(key);
      mac.update(("v0:" + timestamp + ":").getBytes(StandardCharsets.UTF_8));
      return "v0=" + HexFormat.of().formatHex(mac.doFinal(body));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every JDK has " + ALGORITHM, e);
    }
  }

  private boolean isRecent(String timestamp) {
    if (!SECONDS.matcher(timestamp).matches()) {
      return false;
    }
    long distance = Math.abs(clock.instant().getEpochSecond() - Long.parseLong(timestamp));
    return distance <= TOLERANCE.toSeconds();
  }
}
