package org.dossier.auth;

import java.io.IOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.jose4j.http.Get;
import org.jose4j.json.JsonUtil;
import org.jose4j.jwk.HttpsJwks;
import org.jose4j.lang.JoseException;

/// Finds the signing keys of an issuer through its metadata document (OpenID Connect Discovery
/// 1.0).
///
/// @param issuer its address, exactly as its tokens state it: HTTPS, or HTTP on this machine
record OidcDiscovery(String issuer) {
  private static final String DOCUMENT = "/.well-known/openid-configuration";
  private static final Set<String> THIS_MACHINE = Set.of("127.0.0.1", "localhost", "[::1]");
  private static final int TIMEOUT_MILLIS = (int) TimeUnit.SECONDS.toMillis(5);
  private static final int MAX_RESPONSE_BYTES = 512 * 1024;

  /// An unknown key id may belong to a new key, so the keys are fetched again, but at most this
  /// often: invented key ids must not cause more requests to the issuer.
  private static final long MIN_REFRESH_INTERVAL_MILLIS = TimeUnit.SECONDS.toMillis(10);

  private static final long CACHE_SECONDS = TimeUnit.HOURS.toSeconds(1);
  private static final long STALE_CACHE_SECONDS = TimeUnit.MINUTES.toSeconds(10);

  OidcDiscovery {
    if (!isSafe(issuer)) {
      throw new InvalidSettingException(
          "dossier.auth.oidc.issuer",
          "“%s” is not an address such as https://login.example/realm".formatted(issuer));
    }
  }

  /// The issuer's keys, fetched when they are first needed and then cached.
  ///
  /// @throws IOException if the document cannot be fetched, belongs to another issuer, or names no
  ///   safe address of keys
  HttpsJwks keys() throws IOException {
    var get = newHttpGet();
    var keys = new HttpsJwks(jwksUri(get));
    keys.setSimpleHttpGet(get);
    keys.setDefaultCacheDuration(CACHE_SECONDS);
    keys.setRetainCacheOnErrorDuration(STALE_CACHE_SECONDS);
    keys.setRefreshReprieveThreshold(MIN_REFRESH_INTERVAL_MILLIS);
    return keys;
  }

  private String jwksUri(Get get) throws IOException {
    var document = issuer.replaceFirst("/$", "") + DOCUMENT;
    try {
      var metadata = JsonUtil.parseJson(get.get(document).getBody());
      if (!issuer.equals(metadata.get("issuer"))) {
        throw new IOException(document + " belongs to another issuer: " + metadata.get("issuer"));
      }
      if (metadata.get("jwks_uri") instanceof String keys && isSafe(keys)) {
        return keys;
      }
      throw new IOException(document + " has no jwks_uri with HTTPS");
    } catch (JoseException e) {
      throw new IOException(document + " is not JSON", e);
    }
  }

  private static Get newHttpGet() {
    var get = new Get();
    get.setConnectTimeout(TIMEOUT_MILLIS);
    get.setReadTimeout(TIMEOUT_MILLIS);
    get.setRetries(0);
    get.setResponseBodySizeLimit(MAX_RESPONSE_BYTES);
    return get;
  }

  private static boolean isSafe(String address) {
    try {
      var uri = new URI(address);
      var host = uri.getHost();
      return host != null
          && ("https".equals(uri.getScheme())
              || ("http".equals(uri.getScheme()) && THIS_MACHINE.contains(host)));
    } catch (URISyntaxException e) {
      return false;
    }
  }
}
