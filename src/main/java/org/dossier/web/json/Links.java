package org.dossier.web.json;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.dossier.archive.ArticleVersion;
import org.dossier.text.Span;
import org.dossier.web.request.PercentEncoding;

/// The URL paths of articles on this server.
public final class Links {
  public static final String PAGES = "/articles/";
  public static final String ARTICLES = "/api/articles/";

  private Links() {}

  /// The HTML page of this version, with `span` marked, scrolled to it.
  public static String cited(ArticleVersion source, Span span) {
    return "%s?version=%s&start=%d&end=%d#cited"
        .formatted(page(source.article().id()), source.version(), span.start(), span.end());
  }

  /// The HTML page of the newest version.
  public static String page(String id) {
    return PAGES + encode(id);
  }

  /// The article as JSON.
  public static String json(String id) {
    return ARTICLES + encode(id);
  }

  /// Slashes are not encoded, because some proxies reject encoded slashes. Other proxies merge
  /// empty segments, so an id with an empty segment is encoded as a single segment.
  private static String encode(String id) {
    List<String> segments = Arrays.asList(id.split("/", -1));
    if (segments.contains("")) {
      return PercentEncoding.encode(id);
    }
    return segments.stream().map(PercentEncoding::encode).collect(Collectors.joining("/"));
  }
}
