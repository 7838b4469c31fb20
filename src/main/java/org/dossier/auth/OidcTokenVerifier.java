package org.dossier.auth;

import static org.jose4j.jws.AlgorithmIdentifiers.ECDSA_USING_P256_CURVE_AND_SHA256;
import static org.jose4j.jws.AlgorithmIdentifiers.ECDSA_USING_P384_CURVE_AND_SHA384;
import static org.jose4j.jws.AlgorithmIdentifiers.EDDSA;
import static org.jose4j.jws.AlgorithmIdentifiers.RSA_PSS_USING_SHA256;
import static org.jose4j.jws.AlgorithmIdentifiers.RSA_USING_SHA256;
import static org.jose4j.jws.AlgorithmIdentifiers.RSA_USING_SHA384;
import static org.jose4j.jws.AlgorithmIdentifiers.RSA_USING_SHA512;

import java.io.IOException;
import java.time.Duration;
import org.jose4j.jwa.AlgorithmConstraints.ConstraintType;
import org.jose4j.jwt.JwtClaims;
import org.jose4j.jwt.consumer.InvalidJwtException;
import org.jose4j.jwt.consumer.JwtConsumer;
import org.jose4j.jwt.consumer.JwtConsumerBuilder;
import org.jose4j.keys.resolvers.HttpsJwksVerificationKeyResolver;
import org.jose4j.lang.UnresolvableKeyException;
import org.jspecify.annotations.Nullable;

/// Verifies the tokens of one issuer for one audience. A valid token is signed by a key that the
/// issuer publishes, with a modern asymmetric algorithm, names this issuer and this audience, and
/// has not expired. The issuer is first contacted when the first token arrives, so it need not be
/// up at startup.
final class OidcTokenVerifier {
  private static final int ALLOWED_CLOCK_SKEW_SECONDS = 30;

  /// The issuer is not contacted for this long after a failure. Otherwise each invented token that
  /// arrives while the issuer is down would block a thread.
  private static final Duration RETRY_DELAY = Duration.ofSeconds(5);

  private final OidcDiscovery oidcDiscovery;
  private final String audience;
  private @Nullable JwtConsumer consumer;
  private volatile long lastFailure = System.nanoTime() - RETRY_DELAY.toNanos();

  OidcTokenVerifier(OidcDiscovery oidcDiscovery, String audience) {
    this.oidcDiscovery = oidcDiscovery;
    this.audience = audience;
  }

  /// The claims of a token, after verifying it.
  ///
  /// @throws InvalidJwtException if the token is invalid
  /// @throws IssuerUnavailableException if the token cannot be verified now
  JwtClaims verify(String token) throws InvalidJwtException, IssuerUnavailableException {
    try {
      return consumer().processToClaims(token);
    } catch (InvalidJwtException e) {
      for (Throwable cause = e; cause != null; cause = cause.getCause()) {
        // No content of a token can cause this combination of exceptions.
        if (cause instanceof UnresolvableKeyException
            && cause.getCause() instanceof IOException unreachable) {
          throw unreachable(unreachable);
        }
      }
      throw e;
    }
  }

  private synchronized JwtConsumer consumer() throws IssuerUnavailableException {
    if (System.nanoTime() - lastFailure < RETRY_DELAY.toNanos()) {
      throw new IssuerUnavailableException("its last request failed a moment ago", null);
    }
    if (consumer == null) {
      try {
        consumer = consumer(new HttpsJwksVerificationKeyResolver(oidcDiscovery.keys()));
      } catch (IOException e) {
        throw unreachable(e);
      }
    }
    return consumer;
  }

  private IssuerUnavailableException unreachable(Throwable cause) {
    lastFailure = System.nanoTime();
    return new IssuerUnavailableException(String.valueOf(cause.getMessage()), cause);
  }

  private JwtConsumer consumer(HttpsJwksVerificationKeyResolver keys) {
    return new JwtConsumerBuilder()
        .setVerificationKeyResolver(keys)
        .setJwsAlgorithmConstraints(
            ConstraintType.PERMIT,
            RSA_USING_SHA256,
            RSA_USING_SHA384,
            RSA_USING_SHA512,
            RSA_PSS_USING_SHA256,
            ECDSA_USING_P256_CURVE_AND_SHA256,
            ECDSA_USING_P384_CURVE_AND_SHA384,
            EDDSA)
        .setExpectedIssuer(oidcDiscovery.issuer())
        .setExpectedAudience(audience)
        .setRequireExpirationTime()
        .setRequireSubject()
        .setAllowedClockSkewInSeconds(ALLOWED_CLOCK_SKEW_SECONDS)
        .build();
  }
}
