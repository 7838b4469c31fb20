package org.dossier.link;

import io.smallrye.config.ConfigMapping;
import java.net.URI;
import java.util.Optional;

/// The public address of this server.
@ConfigMapping(prefix = "dossier")
public interface PublicUrlConfig {
  /// The address at which readers reach this server's pages, such as `https://archive.example`.
  /// Links on all surfaces begin with it. Without it, citations in Slack have no links, and links
  /// for OpenAI and MCP clients begin with the address that the client itself uses.
  Optional<URI> publicUrl();
}
