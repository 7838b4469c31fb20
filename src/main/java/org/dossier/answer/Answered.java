package org.dossier.answer;

import java.util.List;

/// An answer that the archive states, with enough confidence.
public record Answered(
    List<Statement> statements, List<Citation> citations, AnswerMetadata metadata)
    implements CitedAnswer {
  public Answered {
    statements = List.copyOf(statements);
    citations = List.copyOf(citations);
    CitedAnswer.check(statements, citations);
  }
}
