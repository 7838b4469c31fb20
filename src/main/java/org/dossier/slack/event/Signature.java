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

/// Tells whether a request comes from Slack, by its raw bytes: `v0=` and the HMAC-SHA256 of
/// `v0:{timestamp}:{body}` under the signing secret. Safe for any number of threads.
public final class Signature {
  public static final String SIGNATURE = "X-Slack-Signature";
  public static final String TIMESTAMP = "X-Slack-Request-Timestamp";

  private static final Duration TOLERANCE = Duration.ofSeconds(300);
  private static final Pattern SECONDS = Pattern.compile("[0-9]{1,12}");
  private static final String ALGORITHM = "HmacSHA256";

  private final SecretKeySpec key;
  private final Clock clock;

  public Signature(String secret, Clock clock) {
    this.key = new SecretKeySpec(secret.getBytes(StandardCharsets.UTF_8), ALGORITHM);
    this.clock = clock;
  }

  /// Whether Slack signed `body`, and did so within the last or next 300 seconds: what is older may
  /// be a recording, what is newer a recording to be.
  ///
  /// @param timestamp the header of that name; null where it was not sent
  /// @param signature the header of that name; null where it was not sent
  public boolean isSlacks(@Nullable String timestamp, @Nullable String signature, byte[] body) {
    return timestamp != null
        && signature != null
        && isOfNow(timestamp)
        && MessageDigest.isEqual(
            compute(timestamp, body).getBytes(StandardCharsets.UTF_8),
            signature.getBytes(StandardCharsets.UTF_8));
  }

  /// What Slack would send as its signature.
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

  private boolean isOfNow(String timestamp) {
    if (!SECONDS.matcher(timestamp).matches()) {
      return false;
    }
    long distance = Math.abs(clock.instant().getEpochSecond() - Long.parseLong(timestamp));
    return distance <= TOLERANCE.toSeconds();
  }
}
