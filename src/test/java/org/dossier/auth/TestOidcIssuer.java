package org.dossier.auth;

import com.fasterxml.jackson.databind.json.JsonMapper;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jose4j.jwk.JsonWebKey.OutputControlLevel;
import org.jose4j.jwk.JsonWebKeySet;
import org.jose4j.jwk.RsaJsonWebKey;
import org.jose4j.jwk.RsaJwkGenerator;
import org.jose4j.jws.AlgorithmIdentifiers;
import org.jose4j.jws.JsonWebSignature;
import org.jose4j.jwt.JwtClaims;
import org.jose4j.lang.JoseException;

/// A real issuer on this machine: it has an RSA key, publishes its metadata and keys, and signs
/// tokens.
public final class TestOidcIssuer implements AutoCloseable {
  public static final String AUDIENCE = "dossier";

  private static final int KEY_BITS = 2048;

  private final HttpServer server;
  private final AtomicInteger requestCount = new AtomicInteger();
  private volatile RsaJsonWebKey key = newKey("first");
  private volatile String announced;

  private TestOidcIssuer(HttpServer server) {
    this.server = server;
    this.announced = address();
  }

  /// @param port 0 for any free port
  public static TestOidcIssuer at(int port) {
    try {
      var server =
          HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 0);
      var issuer = new TestOidcIssuer(server);
      issuer.publish(
          "/.well-known/openid-configuration",
          () -> json(Map.of("issuer", issuer.announced, "jwks_uri", issuer.address() + "/keys")));
      issuer.publish(
          "/keys", () -> new JsonWebKeySet(issuer.key).toJson(OutputControlLevel.PUBLIC_ONLY));
      server.start();
      return issuer;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void publish(String path, Supplier<String> document) {
    server.createContext(
        path,
        exchange -> {
          requestCount.incrementAndGet();
          var body = document.get().getBytes(StandardCharsets.UTF_8);
          exchange.getResponseHeaders().add("Content-Type", "application/json");
          exchange.sendResponseHeaders(200, body.length);
          try (var out = exchange.getResponseBody()) {
            out.write(body);
          }
        });
  }

  public String address() {
    return "http://127.0.0.1:" + server.getAddress().getPort();
  }

  /// The number of requests so far.
  int requestCount() {
    return requestCount.get();
  }

  /// Makes the metadata state another issuer.
  void announceIssuer(String other) {
    announced = other;
  }

  /// Replaces the signing key and publishes only the new one.
  void rotateKey() {
    key = newKey("second");
  }

  /// A token with these roles that is valid for ten minutes.
  public String token(String... roles) {
    return token(claims -> claims.setStringListClaim("roles", List.of(roles)));
  }

  String token(Consumer<JwtClaims> change) {
    return signed(claims(change), key);
  }

  /// A token signed with another key that has the id of the issuer's key.
  String forgedToken() {
    return signed(
        claims(claims -> claims.setStringListClaim("roles", List.of("dossier-admin"))),
        newKey(key.getKeyId()));
  }

  private JwtClaims claims(Consumer<JwtClaims> change) {
    var claims = new JwtClaims();
    claims.setIssuer(address());
    claims.setAudience(AUDIENCE);
    claims.setSubject("ada");
    claims.setExpirationTimeMinutesInTheFuture(10);
    change.accept(claims);
    return claims;
  }

  private static String signed(JwtClaims claims, RsaJsonWebKey key) {
    var jws = new JsonWebSignature();
    jws.setPayload(claims.toJson());
    jws.setKey(key.getPrivateKey());
    jws.setKeyIdHeaderValue(key.getKeyId());
    jws.setAlgorithmHeaderValue(AlgorithmIdentifiers.RSA_USING_SHA256);
    try {
      return jws.getCompactSerialization();
    } catch (JoseException e) {
      throw new AssertionError(e);
    }
  }

  private static RsaJsonWebKey newKey(String name) {
    try {
      var key = RsaJwkGenerator.generateJwk(KEY_BITS);
      key.setKeyId(name);
      return key;
    } catch (JoseException e) {
      throw new AssertionError(e);
    }
  }

  private static String json(Map<String, String> object) {
    try {
      return new JsonMapper().writeValueAsString(object);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public void close() {
    server.stop(0);
  }
}
