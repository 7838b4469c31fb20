package org.dossier.web.json;

import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import org.dossier.archive.ArticleVersion;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/// One version of an article, without its text. Facts that its source does not state are `null`.
@Schema(name = "Article", description = "An article as cited; unknown fields are null.")
public record ArticleJson(
    String id,
    @Nullable String title,
    @Nullable String publisher,
    List<String> authors,
    @Nullable LocalDate published,
    @Schema(
            description =
                "The time of publication on that day, with its zone if known: 08:15, 08:15Z or 08:15+02:00.")
        @Nullable String publishedTime,
    @Schema(description = "True if the date was inferred, not stated by the source.")
        boolean publishedInferred,
    @Nullable LocalDate updated,
    @Nullable String url,
    @Schema(description = "Identifies this version of the article: 32 hexadecimal digits.")
        String version) {

  static ArticleJson of(ArticleVersion source) {
    var article = source.article();
    return new ArticleJson(
        article.id(),
        article.title(),
        article.publisher(),
        article.authors(),
        article.published(),
        Objects.toString(article.publishedTime(), null),
        article.publishedInferred(),
        article.updated(),
        article.url(),
        source.version());
  }
}
