package org.dossier.web.json;

import java.util.List;
import org.dossier.retrieval.Evidence;
import org.dossier.text.Span;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/// A passage found for a question.
@Schema(name = "Evidence", description = "A passage that was found for a question.")
public record EvidenceJson(
    @Schema(description = "1 for the best.") int rank,
    ArticleJson article,
    @Schema(description = "The passage: the article's text from start to end.") String text,
    int start,
    int end,
    ScoresJson scores,
    @Schema(description = "Where words of the question stand in the passage.")
        List<SpanJson> highlights,
    @Schema(description = "The page that shows the passage, marked, in its article.") String link) {

  @Schema(name = "Scores", description = "How well a passage meets the question.")
  public record ScoresJson(
      @Schema(description = "BM25 of the words.") double bm25,
      @Schema(description = "The cosine of the vectors; null while there is no vector.")
          @Nullable Double cosine,
      @Schema(description = "Both together; comparable within one search.") double fused) {

    static ScoresJson of(Evidence.Scores scores) {
      return new ScoresJson(
          scores.words(),
          Double.isNaN(scores.closeness()) ? null : scores.closeness(),
          scores.fused());
    }
  }

  @Schema(name = "Span", description = "A stretch of a text, in UTF-16 units; end is exclusive.")
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
        Links.cited(evidence.source(), span));
  }
}
