package org.dossier.web.json;

import java.util.List;
import java.util.function.Function;
import org.dossier.retrieval.Evidence;
import org.dossier.retrieval.RetrievalResult;
import org.dossier.search.ArticleGroups;
import org.dossier.text.Span;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/// The result of a search as JSON.
@Schema(name = "SearchResult", description = "The passages found for a question, best first.")
public record SearchJson(
    String question,
    @Schema(description = "The generation of the index that was searched.") long indexGeneration,
    @Schema(description = "The number of passages that were searched.") long passages,
    @Schema(
            description =
                "False if no passage contains a word of the question or is similar to it in meaning:"
                    + " the evidence is then the nearest.")
        boolean relevant,
    List<EvidenceJson> evidence,
    @Schema(
            description =
                "The articles with a passage that contains all words of the question, by each of the properties in `facet`.")
        List<GroupsJson> facets) {

  /// The least cosine similarity of a passage that shares no word with the question. Passages on
  /// anything else have about 0.4 to 0.5.
  private static final double MIN_COSINE = 0.5;

  /// The maximum number of passages in one result.
  public static final int MAX_EVIDENCE = 50;

  /// @param facets the numbers of the articles by each of the requested properties
  /// @param highlights the places of the question's words in the text of a passage
  public static SearchJson of(
      String question,
      RetrievalResult retrievalResult,
      List<ArticleGroups> facets,
      Function<Evidence, List<Span>> highlights) {
    var evidence =
        retrievalResult.evidence().stream()
            .map(found -> EvidenceJson.of(found, highlights.apply(found)))
            .toList();
    return new SearchJson(
        question,
        retrievalResult.generation(),
        retrievalResult.passages(),
        evidence.stream().anyMatch(SearchJson::isRelevant),
        evidence,
        GroupsJson.of(facets));
  }

  private static boolean isRelevant(EvidenceJson evidence) {
    var cosine = evidence.scores().cosine();
    return !evidence.highlights().isEmpty() || (cosine != null && cosine >= MIN_COSINE);
  }
}
