package org.dossier.web.json;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.dossier.archive.ArticleVersion;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/// One version of an article with its text and metadata.
@Schema(name = "ArticleText", description = "An article with its text; what is not known is null.")
public record ArticleTextJson(
    String id,
    @Nullable String title,
    @Nullable String publisher,
    List<String> authors,
    @Nullable LocalDate published,
    @Schema(description = "Whether that day was concluded, not stated by the source.")
        boolean publishedInferred,
    @Nullable LocalDate updated,
    @Nullable String url,
    @Nullable String language,
    @Schema(description = "The words. Offsets of citations count its UTF-16 units.") String text,
    @Schema(description = "Names what the article said: 32 hexadecimal digits.") String version,
    @Schema(description = "Counts the versions of this article from 1.") int versionNumber,
    @Schema(description = "When the archive took in any version first.") Instant firstIngestedAt,
    @Schema(description = "When the archive took in this version.") Instant ingestedAt,
    @Schema(description = "Whether this is the newest version.") boolean current) {

  public static ArticleTextJson of(ArticleVersion source) {
    var article = source.article();
    return new ArticleTextJson(
        article.id(),
        article.title(),
        article.publisher(),
        article.authors(),
        article.published(),
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
