package org.dossier.answer;

import java.util.List;

/// Statements that are close to the question, without enough confidence that they answer it. To be
/// shown as such.
public record Related(List<Statement> statements, List<Citation> citations, AnswerMetadata metadata)
    implements CitedAnswer {
  /// The English introduction of the statements on every surface.
  public static final String INTRODUCTION = "No article states this directly. Closest:";

  public Related {
    statements = List.copyOf(statements);
    citations = List.copyOf(citations);
    CitedAnswer.check(statements, citations);
  }
}
