package org.dossier.web.json;

import java.util.List;
import org.dossier.retrieval.Evidence;
import org.dossier.retrieval.RetrievalResult;
import org.dossier.search.lucene.TermExtractor;
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

  public static SearchJson of(String question, RetrievalResult retrievalResult) {
    return new SearchJson(
        question,
        retrievalResult.generation(),
        retrievalResult.passages(),
        retrievalResult.evidence().stream()
            .map(evidence -> highlighted(evidence, question))
            .toList());
  }

  private static EvidenceJson highlighted(Evidence evidence, String question) {
    var language = evidence.source().article().language();
    return EvidenceJson.of(evidence, TermExtractor.findShared(question, evidence.text(), language));
  }
}
