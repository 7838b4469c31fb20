package org.dossier.slack.message;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Optional;
import org.dossier.answer.Citation;
import org.dossier.archive.ArticleVersion;
import org.jspecify.annotations.Nullable;

/// Absolute URLs of this server's article pages.
public final class ArticleLinks {
  /// Slack rejects longer URLs in some places.
  private static final int MAX_LENGTH = 1_500;

  private final @Nullable String base;

  /// @param base the public URL of this server, without a slash at its end; if empty, no links are
  ///   created
  public ArticleLinks(Optional<String> base) {
    this.base = base.orElse(null);
  }

  /// The article page with the cited text marked; `null` without a public URL, or if the URL is too
  /// long.
  @Nullable String linkTo(Citation citation) {
    var source = citation.source();
    return address(
        source,
        "?version=%s&start=%d&end=%d#cited"
            .formatted(source.version(), citation.span().start(), citation.span().end()));
  }

  /// The article page; `null` without a public URL, or if the URL is too long.
  @Nullable String page(ArticleVersion source) {
    return address(source, "");
  }

  private @Nullable String address(ArticleVersion source, String rest) {
    if (base == null) {
      return null;
    }
    var address = base + "/articles/" + encode(source.article().id()) + rest;
    return address.length() <= MAX_LENGTH ? address : null;
  }

  /// Slashes are not encoded, unless the id has empty segments.
  private static String encode(String id) {
    boolean folds = id.startsWith("/") || id.endsWith("/") || id.contains("//");
    return folds ? percent(id).replace("/", "%2F") : percent(id);
  }

  private static String percent(String path) {
    try {
      // Leaves non-ASCII letters as they are; `toASCIIString` then encodes them as UTF-8.
      return new URI(null, null, "/" + path, null).toASCIIString().substring(1);
    } catch (URISyntaxException e) {
      throw new IllegalStateException("every path can be encoded: " + path, e);
    }
  }
}
