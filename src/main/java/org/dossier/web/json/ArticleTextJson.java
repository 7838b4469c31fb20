package org.dossier.web.json;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import org.dossier.archive.ArticleVersion;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/// One version of an article with its text and metadata.
@Schema(name = "ArticleText", description = "An article with its text; unknown fields are null.")
public record ArticleTextJson(
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
    @Nullable String language,
    @Schema(description = "The text. Offsets of citations count its UTF-16 code units.")
        String text,
    @Schema(description = "Identifies this version of the article: 32 hexadecimal digits.")
        String version,
    @Schema(description = "The number of this version, from 1.") int versionNumber,
    @Schema(description = "The time at which the first version of the article was ingested.")
        Instant firstIngestedAt,
    @Schema(description = "The time at which this version was ingested.") Instant ingestedAt,
    @Schema(description = "True if this is the newest version.") boolean current) {

  public static ArticleTextJson of(ArticleVersion source) {
    var article = source.article();
    return new ArticleTextJson(
        article.id(),
        article.title(),
        article.publisher(),
        article.authors(),
        article.published(),
        Objects.toString(article.publishedTime(), null),
        article.publishedInferred(),
        article.updated(),
        article.url(),
        article.language(),
        article.text(),
        source.version(),
        source.number(),
        source.firstSeen(),
        source.seen(),
        source.current());
  }
}
