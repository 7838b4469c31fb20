package org.dossier.search.opensearch;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.dossier.search.IndexException;
import org.jspecify.annotations.Nullable;

/// The connection settings of an OpenSearch cluster. The password is sent to the cluster only:
/// neither messages nor [#toString()] contain it.
///
/// @param url for example `https://search.example:9200`
/// @param user `null` for none
/// @param password `null` for none
/// @param index the beginning of the names of the indexes
/// @param shards the number of primary shards
/// @param replicas the number of copies of each shard
/// @param timeout the maximum time of one request
/// @param trustedCertificates a PEM file; `null` for the authorities that the JVM trusts
public record OpenSearchSettings(
    String url,
    @Nullable String user,
    @Nullable String password,
    String index,
    int shards,
    int replicas,
    Duration timeout,
    @Nullable Path trustedCertificates) {
  /// The environment variables with the credentials.
  public static final String USER = "DOSSIER_SEARCH_USER";

  public static final String PASSWORD = "DOSSIER_SEARCH_PASSWORD";

  private static final Pattern URL = Pattern.compile("https?://[^/?#@\\s]+(/[^?#@\\s]*)?");
  private static final Pattern NAME = Pattern.compile("[a-z0-9][a-z0-9-]{0,99}");
  private static final int MAX_SHARDS = 1_000;
  private static final int MAX_REPLICAS = 20;

  /// @throws IndexException naming the invalid setting
  public OpenSearchSettings {
    require(
        URL.matcher(url).matches(),
        "url: must have the form https://HOST:PORT, without user and password");
    require(
        NAME.matcher(index).matches(),
        "index: must be lower-case letters, digits and hyphens, at most 100");
    require(
        shards >= 1 && shards <= MAX_SHARDS,
        "shards: must be from 1 to %d: %d".formatted(MAX_SHARDS, shards));
    require(
        replicas >= 0 && replicas <= MAX_REPLICAS,
        "replicas: must be from 0 to %d: %d".formatted(MAX_REPLICAS, replicas));
    require(timeout.toMillis() > 0, "timeout: must be positive: " + timeout);
    if ((user == null) != (password == null)) {
      throw new IndexException(
          "%s and %s: set both in the environment, or neither".formatted(USER, PASSWORD), null);
    }
  }

  /// Settings that trust the JVM's authorities.
  public OpenSearchSettings(
      String url,
      @Nullable String user,
      @Nullable String password,
      String index,
      int shards,
      int replicas,
      Duration timeout) {
    this(url, user, password, index, shards, replicas, timeout, null);
  }

  private static void require(boolean valid, String message) {
    if (!valid) {
      throw new IndexException("dossier.search." + message, null);
    }
  }

  /// The configured cluster; empty if the index is in the data folder.
  public static Optional<OpenSearchSettings> of(
      OpenSearchConfig config, Map<String, String> environment) {
    return config
        .url()
        .map(url ->
            new OpenSearchSettings(
                url,
                environment.get(USER),
                environment.get(PASSWORD),
                config.index(),
                config.shards(),
                config.replicas(),
                config.timeout(),
                config.trustedCertificates().orElse(null)));
  }

  URI address() {
    return URI.create(url);
  }

  @Override
  public String toString() {
    return url;
  }
}
