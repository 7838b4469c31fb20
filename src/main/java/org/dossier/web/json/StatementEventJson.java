package org.dossier.web.json;

import java.util.List;
import org.dossier.answer.Citation;
import org.dossier.answer.Statement;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/// The event for one verified statement. A statement that was sent is never retracted.
@Schema(name = "StatementEvent", description = "A verified statement.")
public record StatementEventJson(
    @Schema(
            enumeration = {"answered", "related"},
            description = "The status that the reply will have; the same for all its statements.")
        String status,
    String text,
    int start,
    int end,
    List<Integer> citations,
    String support,
    @Schema(description = "The citations of this statement that no earlier statement used.")
        List<CitationJson> newCitations) {

  /// @param start the offset of the statement in the answer
  /// @param related true if the statements are only related to the question
  public static StatementEventJson of(
      Statement statement, List<Citation> citations, int start, boolean related) {
    var json = StatementJson.of(statement, start);
    return new StatementEventJson(
        related ? "related" : "answered",
        json.text(),
        json.start(),
        json.end(),
        json.citations(),
        json.support(),
        citations.stream().map(CitationJson::of).toList());
  }
}
