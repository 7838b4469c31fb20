package org.dossier.slack.message;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Optional;
import org.dossier.answer.Citation;
import org.dossier.archive.ArticleVersion;
import org.jspecify.annotations.Nullable;

/// The addresses of this server's article pages, for people who read elsewhere.
public final class ArticleLinks {
  /// Slack takes no longer ones in some places.
  private static final int LONGEST = 1_500;

  private final @Nullable String base;

  /// @param base where this server is reached from outside; empty for nowhere: there are no links
  public ArticleLinks(Optional<URI> base) {
    this.base = base.map(url -> url.toString().replaceFirst("/+$", "")).orElse(null);
  }

  /// The page that shows the cited words, marked; null where there are none.
  @Nullable String linkTo(Citation citation) {
    var source = citation.source();
    return address(
        source,
        "?version=%s&start=%d&end=%d#cited"
            .formatted(source.version(), citation.span().start(), citation.span().end()));
  }

  /// The page of the article; null where there are none.
  @Nullable String page(ArticleVersion source) {
    return address(source, "");
  }

  private @Nullable String address(ArticleVersion source, String rest) {
    if (base == null) {
      return null;
    }
    var address = base + "/articles/" + encode(source.article().id()) + rest;
    return address.length() <= LONGEST ? address : null;
  }

  /// Slashes of an id stay as they are, unless some of its segments are empty.
  private static String encode(String id) {
    boolean folds = id.startsWith("/") || id.endsWith("/") || id.contains("//");
    return folds ? percent(id).replace("/", "%2F") : percent(id);
  }

  private static String percent(String path) {
    try {
      // Leaves letters of other scripts as they are, which are then encoded as UTF-8.
      return new URI(null, null, "/" + path, null).toASCIIString().substring(1);
    } catch (URISyntaxException e) {
      throw new IllegalStateException("every path can be encoded: " + path, e);
    }
  }
}
