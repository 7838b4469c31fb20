package org.dossier.web.json;

import java.util.List;
import org.dossier.answer.Statement;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/// One sentence of an answer.
@Schema(name = "Statement", description = "One sentence of an answer.")
public record StatementJson(
    String text,
    @Schema(description = "Where it starts in the answer, in UTF-16 units.") int start,
    @Schema(description = "Where it ends, its citation markers left out.") int end,
    @Schema(description = "The numbers of its citations.") List<Integer> citations,
    @Schema(
            enumeration = {"verbatim", "supported"},
            description = "Whether it is the article's own words, or others, checked.")
        String support) {

  static StatementJson of(Statement statement, int start) {
    return new StatementJson(
        statement.text(),
        start,
        start + statement.text().length(),
        statement.citations(),
        ReplyJson.word(statement.support()));
  }
}
