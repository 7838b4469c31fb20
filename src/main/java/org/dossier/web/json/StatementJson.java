package org.dossier.web.json;

import java.util.List;
import org.dossier.answer.Statement;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/// One sentence of an answer.
@Schema(name = "Statement", description = "One sentence of an answer.")
public record StatementJson(
    String text,
    @Schema(description = "The start of the statement in the answer, in UTF-16 code units.")
        int start,
    @Schema(description = "The end of the statement, without its citation markers.") int end,
    @Schema(description = "The numbers of the statement's citations.") List<Integer> citations,
    @Schema(
            enumeration = {"verbatim", "supported", "counted"},
            description =
                "verbatim: a sentence of the article; supported: other words, verified against the citations; counted: the program's words about the articles that it counted, some of which are cited.")
        String support) {

  static StatementJson of(Statement statement, int start) {
    return new StatementJson(
        statement.text(),
        start,
        start + statement.text().length(),
        statement.citations(),
        ReplyJson.label(statement.support()));
  }
}
