package org.dossier.web.mcp;

import org.dossier.web.request.PercentEncoding;
import org.jspecify.annotations.Nullable;

/// The URI of an article as a resource: `dossier://articles/{id}`, with the id percent-encoded.
final class ArticleUri {
  static final String PREFIX = "dossier://articles/";

  private ArticleUri() {}

  static String of(String id) {
    return PREFIX + PercentEncoding.encode(id);
  }

  /// The id in a URI; `null` if it is the URI of no article.
  static @Nullable String id(String uri) {
    if (!uri.startsWith(PREFIX)) {
      return null;
    }
    try {
      return PercentEncoding.decode(uri.substring(PREFIX.length()));
    } catch (IllegalArgumentException e) {
      return null;
    }
  }
}
