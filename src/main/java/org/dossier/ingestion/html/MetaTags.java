package org.dossier.ingestion.html;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.jsoup.nodes.Document;
import org.jspecify.annotations.Nullable;

/// The article metadata in the `<meta>` tags of a page: one method for each vocabulary, in order of
/// precedence.
final class MetaTags {
  private final Map<String, List<String>> metas;

  MetaTags(Document page) {
    this.metas = metas(page);
  }

  /// `<meta property="article:…">`, <https://ogp.me/#type_article>.
  HtmlMetadata article() {
    return new HtmlMetadata(
        null,
        null,
        metas("article:author"),
        null,
        null,
        metaDay("article:published_time"),
        metaDay("article:modified_time"));
  }

  /// `<meta property="og:…">`, <https://ogp.me>.
  HtmlMetadata openGraph() {
    return new HtmlMetadata(
        meta("og:title"),
        meta("og:site_name"),
        List.of(),
        meta("og:url"),
        meta("og:locale"),
        null,
        metaDay("og:updated_time"));
  }

  /// `<meta name="…">` in its many spellings.
  HtmlMetadata names() {
    return new HtmlMetadata(
        meta("citation_title", "dc.title"),
        meta("publisher", "dc.publisher", "application-name"),
        metas(
            "author",
            "dc.creator",
            "citation_author",
            "parsely-author",
            "sailthru.author",
            "byl",
            "article.author"),
        null,
        meta("dc.language", "content-language"),
        metaDay(
            "date",
            "pubdate",
            "publishdate",
            "publish-date",
            "publication_date",
            "date.issued",
            "dc.date",
            "dc.date.issued",
            "dcterms.created",
            "citation_publication_date",
            "parsely-pub-date",
            "sailthru.date"),
        metaDay("lastmod", "last-modified", "dc.date.modified", "dcterms.modified"));
  }

  private @Nullable PublicationDate metaDay(String... names) {
    return Arrays.stream(names)
        .flatMap(name -> metas(name).stream())
        .flatMap(value -> PublicationDateParser.find(value).stream())
        .findFirst()
        .orElse(null);
  }

  private @Nullable String meta(String... names) {
    return Arrays.stream(names).flatMap(n -> metas(n).stream()).findFirst().orElse(null);
  }

  private List<String> metas(String... names) {
    return Arrays.stream(names)
        .flatMap(name -> metas.getOrDefault(name.toLowerCase(Locale.ROOT), List.of()).stream())
        .toList();
  }

  /// The contents of `<meta>`, by property and name in lower case.
  private static Map<String, List<String>> metas(Document page) {
    var metas = new HashMap<String, List<String>>();
    for (var meta : page.select("meta[content]")) {
      var content = meta.attr("content");
      Stream.of(meta.attr("property"), meta.attr("name"))
          .map(key -> key.strip().toLowerCase(Locale.ROOT))
          .distinct()
          .filter(key -> !key.isEmpty() && !content.isBlank())
          .forEach(key -> metas.computeIfAbsent(key, _ -> new ArrayList<>()).add(content));
    }
    return metas;
  }
}
