package org.dossier.web.json;

import java.time.LocalDate;
import java.util.List;
import org.dossier.archive.ArticleVersion;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/// Another article that prints the text of a cited article.
@Schema(
    name = "Reprint",
    description =
        "Another article that prints the text of the article, possibly edited and under another headline.")
public record ReprintJson(
    String id,
    @Nullable String title,
    @Nullable String publisher,
    @Nullable LocalDate published,
    @Nullable String url,
    @Schema(description = "The path of the article page.") String link) {

  static ReprintJson of(ArticleVersion source) {
    var article = source.article();
    return new ReprintJson(
        article.id(),
        article.title(),
        article.publisher(),
        article.published(),
        article.url(),
        Links.page(article.id()));
  }

  static List<ReprintJson> of(List<ArticleVersion> sources) {
    return sources.stream().map(ReprintJson::of).toList();
  }

  /// The publisher; the title or the id if it is unknown.
  public String name() {
    if (publisher != null) {
      return publisher;
    }
    return title == null ? id : title;
  }
}
