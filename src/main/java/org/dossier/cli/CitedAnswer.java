package org.dossier.cli;

import java.util.List;
import java.util.Map;
import org.dossier.verification.Source;

/// An answer with its sources, as `./dossier check-answer` reads it.
///
/// @param statements in order; perhaps none, as in an abstention
/// @param sources by the numbers that the statements cite them by
public record CitedAnswer(List<Statement> statements, Map<Integer, Source> sources) {
  public CitedAnswer {
    statements = List.copyOf(statements);
    sources = Map.copyOf(sources);
  }

  /// One statement.
  ///
  /// @param citations numbers of sources; perhaps none
  public record Statement(String text, List<Integer> citations) {}

  /// What `statement` cites, in its order.
  public List<Source> sourcesOf(Statement statement) {
    return statement.citations().stream().distinct().map(sources::get).toList();
  }
}
