package org.dossier.web.json;

import java.util.List;
import org.dossier.answer.Citation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/// A reference from an answer to an exact quotation in one version of an article.
@Schema(name = "Citation", description = "An exact quotation from one version of an article.")
public record CitationJson(
    @Schema(description = "The number by which statements refer to this citation, from 1.")
        int number,
    ArticleJson article,
    @Schema(description = "The version's text from start to end.") String quote,
    @Schema(description = "The start of the quotation, in UTF-16 code units.") int start,
    @Schema(description = "The end of the quotation, exclusive.") int end,
    @Schema(description = "The path of the article page with the quotation marked.") String link,
    @Schema(
            description =
                "The other articles that print the text of the article, in the order of"
                    + " preference.")
        List<ReprintJson> alsoIn,
    @Schema(
            description =
                "The page of the document on which the quotation begins, from 1; null if it has no"
                    + " pages.")
        @Nullable Integer page) {
  public CitationJson {
    // A client of this class may read the reply of an earlier version.
    alsoIn = alsoIn == null ? List.of() : List.copyOf(alsoIn);
  }

  static CitationJson of(Citation citation) {
    return new CitationJson(
        citation.number(),
        ArticleJson.of(citation.source()),
        citation.quote(),
        citation.span().start(),
        citation.span().end(),
        Links.cited(citation.source(), citation.span()),
        ReprintJson.of(citation.alsoIn()),
        citation.page());
  }
}
