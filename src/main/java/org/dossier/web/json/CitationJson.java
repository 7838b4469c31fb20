package org.dossier.web.json;

import org.dossier.answer.Citation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/// A reference from an answer to an exact quotation in one version of an article.
@Schema(name = "Citation", description = "The exact words of one version of an article.")
public record CitationJson(
    @Schema(description = "By which statements refer to it, from 1.") int number,
    ArticleJson article,
    @Schema(description = "The version's text from start to end, always.") String quote,
    @Schema(description = "Where the quote starts, in UTF-16 units.") int start,
    @Schema(description = "Where it ends, exclusive.") int end,
    @Schema(description = "The page that shows the quote, marked, in its article.") String link) {

  static CitationJson of(Citation citation) {
    return new CitationJson(
        citation.number(),
        ArticleJson.of(citation.source()),
        citation.quote(),
        citation.span().start(),
        citation.span().end(),
        Links.cited(citation.source(), citation.span()));
  }
}
