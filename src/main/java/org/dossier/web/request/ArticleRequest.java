package org.dossier.web.request;

import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import org.dossier.archive.Article;
import org.dossier.archive.PublishedTime;
import org.dossier.web.problem.ProblemException;
import org.dossier.web.problem.ProblemType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/// The body of a request that stores an article. Only the text is required; unknown facts are
/// omitted.
@Schema(name = "ArticleRequest", description = "An article; unknown fields are omitted.")
public record ArticleRequest(
    @Nullable String title,
    @Nullable String publisher,
    @Nullable List<@Nullable String> authors,
    @Schema(description = "The day of publication.") @Nullable LocalDate published,
    @Schema(description = "The time of publication on that day: 08:15, 08:15Z or 08:15+02:00.")
        @Nullable String publishedTime,
    @Schema(description = "True if the date was inferred, not stated by the source.")
        @Nullable Boolean publishedInferred,
    @Schema(description = "The day of the last update.") @Nullable LocalDate updated,
    @Schema(description = "The address of the original publication: http or https.")
        @Nullable String url,
    @Schema(description = "The language as a BCP 47 tag such as “en”.") @Nullable String language,
    @Schema(required = true, description = "The text; line breaks separate paragraphs.")
        @Nullable String text)
    implements RequestJson {

  /// @throws ProblemException if the text is missing
  /// @throws org.dossier.archive.InvalidArticleException if a field is invalid
  public Article article(String id) {
    if (text == null) {
      throw ProblemException.of(ProblemType.INVALID_FIELD, "text: is missing").withField("text");
    }
    return new Article(
        id,
        title,
        publisher,
        authors == null ? List.of() : authors.stream().filter(Objects::nonNull).toList(),
        url,
        language,
        published,
        publishedTime == null ? null : PublishedTime.parse(publishedTime),
        Boolean.TRUE.equals(publishedInferred),
        updated,
        text);
  }
}
