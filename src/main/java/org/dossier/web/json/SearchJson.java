package org.dossier.web.json;

import java.util.List;
import java.util.function.Function;
import org.dossier.retrieval.Evidence;
import org.dossier.retrieval.RetrievalResult;
import org.dossier.text.Span;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/// The result of a search as JSON.
@Schema(name = "SearchResult", description = "The passages found for a question, best first.")
public record SearchJson(
    String question,
    @Schema(description = "The generation of the index that was searched.") long indexGeneration,
    @Schema(description = "The number of passages that were searched.") long passages,
    List<EvidenceJson> evidence) {

  /// The maximum number of passages in one result.
  public static final int MAX_EVIDENCE = 50;

  /// @param highlights the places of the question's words in the text of a passage
  public static SearchJson of(
      String question, RetrievalResult retrievalResult, Function<Evidence, List<Span>> highlights) {
    return new SearchJson(
        question,
        retrievalResult.generation(),
        retrievalResult.passages(),
        retrievalResult.evidence().stream()
            .map(evidence -> EvidenceJson.of(evidence, highlights.apply(evidence)))
            .toList());
  }
}
