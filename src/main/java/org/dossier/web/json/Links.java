package org.dossier.web.json;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.dossier.archive.ArticleVersion;
import org.dossier.text.Span;
import org.dossier.web.request.PercentEncoding;

/// The addresses of articles, as paths on this server.
public final class Links {
  public static final String PAGES = "/articles/";
  public static final String ARTICLES = "/api/articles/";

  private Links() {}

  /// The page for people that shows this version, the words of `span` marked, and opens at them.
  static String cited(ArticleVersion source, Span span) {
    return "%s?version=%s&start=%d&end=%d#cited"
        .formatted(page(source.article().id()), source.version(), span.start(), span.end());
  }

  /// The page for people that shows the newest version.
  public static String page(String id) {
    return PAGES + segments(id);
  }

  /// The article as JSON.
  public static String json(String id) {
    return ARTICLES + segments(id);
  }

  /// Slashes stay as they are, for some proxies refuse encoded ones; but others fold empty
  /// segments, so an id that has any travels as one segment.
  private static String segments(String id) {
    List<String> segments = Arrays.asList(id.split("/", -1));
    if (segments.contains("")) {
      return PercentEncoding.encode(id);
    }
    return segments.stream().map(PercentEncoding::encode).collect(Collectors.joining("/"));
  }
}
