package org.dossier.web.request;

import io.vertx.core.http.HttpServerRequest;
import jakarta.inject.Singleton;
import org.dossier.link.PublicUrl;

/// The beginning of absolute links to this server's pages.
@Singleton
public final class PublicLinks {
  private final PublicUrl publicUrl;

  PublicLinks(PublicUrl publicUrl) {
    this.publicUrl = publicUrl;
  }

  /// The configured address; otherwise the one that the client itself uses. Without a slash at its
  /// end.
  public String base(HttpServerRequest request) {
    return publicUrl.base().orElseGet(() -> request.scheme() + "://" + request.authority());
  }
}
