package org.dossier.search.opensearch;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;

/// Which search engine finds passages. User and password of a cluster come from the environment
/// alone.
@ConfigMapping(prefix = "dossier.search")
public interface OpenSearchConfig {
  /// An OpenSearch cluster that holds the index: `https://HOST:PORT`, without user and password.
  /// Without it, the index is in the data folder.
  Optional<String> url();

  /// A PEM file with the certificates of the authorities that may have issued the certificate of
  /// the cluster. Without it, the JVM's are trusted.
  Optional<Path> trustedCertificates();

  /// The beginning of the names of the indexes in the cluster.
  @WithDefault("dossier")
  String index();

  /// The number of primary shards, among which the passages are divided. Another number rebuilds
  /// the index.
  @WithDefault("1")
  int shards();

  /// The number of copies of each shard. Without a copy, the loss of a node stops the search.
  @WithDefault("1")
  int replicas();

  /// The maximum time that one request to the cluster takes.
  @WithDefault("30s")
  Duration timeout();
}
