package org.dossier.web.json;

import java.time.LocalDate;
import java.util.List;
import org.dossier.archive.Archive;
import org.dossier.archive.ArticleVersion;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/// A page of the archive's articles, ordered by id, and the total number of articles.
@Schema(name = "ArticleList", description = "A page of the list of articles, ordered by id.")
public record ArticleListJson(
    @Schema(description = "The total number of articles.") long total,
    @Schema(description = "The first known day of publication in the archive.")
        @Nullable LocalDate earliest,
    @Schema(description = "The last known day of publication.") @Nullable LocalDate latest,
    List<ArticleJson> articles,
    @Schema(description = "The value of `after` for the next page; null on the last page.")
        @Nullable String next) {

  /// @param found up to `limit` + 1 articles; one more than `limit` means that another page follows
  public static ArticleListJson of(Archive.Summary summary, List<ArticleVersion> found, int limit) {
    var page = found.stream().limit(limit).map(ArticleJson::of).toList();
    return new ArticleListJson(
        summary.articles(),
        summary.earliest(),
        summary.latest(),
        page,
        found.size() > limit ? page.getLast().id() : null);
  }
}
