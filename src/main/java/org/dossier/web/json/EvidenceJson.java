package org.dossier.web.json;

import java.util.List;
import org.dossier.retrieval.Evidence;
import org.dossier.text.Pages;
import org.dossier.text.Span;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/// A passage found for a question.
@Schema(name = "Evidence", description = "A passage found for a question.")
public record EvidenceJson(
    @Schema(description = "The rank, 1 for the best passage.") int rank,
    ArticleJson article,
    @Schema(description = "The passage: the article's text from start to end.") String text,
    int start,
    int end,
    ScoresJson scores,
    @Schema(description = "The spans of the passage that match terms of the question.")
        List<SpanJson> highlights,
    @Schema(description = "The path of the article page with the passage marked.") String link,
    @Schema(
            description =
                "The other articles that print the text of the article, in the order of"
                    + " preference.")
        List<ReprintJson> alsoIn,
    @Schema(
            description =
                "The page of the document on which the passage begins, from 1; null if it has no"
                    + " pages.")
        @Nullable Integer page) {
  public EvidenceJson {
    // A client of this class may read the reply of an earlier version.
    alsoIn = alsoIn == null ? List.of() : List.copyOf(alsoIn);
  }

  @Schema(name = "Scores", description = "The scores of a passage for the question.")
  public record ScoresJson(
      @Schema(description = "The lexical score (BM25).") double bm25,
      @Schema(description = "The cosine similarity; null if the passage has no vector yet.")
          @Nullable Double cosine,
      @Schema(description = "The fused score; comparable within one search only.") double fused) {

    static ScoresJson of(Evidence.Scores scores) {
      return new ScoresJson(
          scores.bm25(), Double.isNaN(scores.cosine()) ? null : scores.cosine(), scores.fused());
    }
  }

  @Schema(
      name = "Span",
      description = "A span of a text, in UTF-16 code units; the end is exclusive.")
  public record SpanJson(int start, int end) {}

  public static EvidenceJson of(Evidence evidence, List<Span> highlights) {
    var span = evidence.passage().span();
    return new EvidenceJson(
        evidence.rank(),
        ArticleJson.of(evidence.source()),
        evidence.text(),
        span.start(),
        span.end(),
        ScoresJson.of(evidence.scores()),
        highlights.stream().map(word -> new SpanJson(word.start(), word.end())).toList(),
        Links.cited(evidence.source(), span),
        ReprintJson.of(evidence.reprints()),
        Pages.at(evidence.source().article().text(), span.start()));
  }
}
