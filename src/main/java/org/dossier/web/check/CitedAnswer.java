package org.dossier.web.check;

import java.util.List;
import java.util.Map;
import org.dossier.verification.Source;

/// An answer with its sources: the input of `./dossier check-answer`.
///
/// @param statements in order; possibly empty, as in an abstention
/// @param sources by the numbers that the statements cite
public record CitedAnswer(List<Statement> statements, Map<Integer, Source> sources) {
  public CitedAnswer {
    statements = List.copyOf(statements);
    sources = Map.copyOf(sources);
  }

  /// One statement.
  ///
  /// @param citations numbers of sources; possibly empty
  public record Statement(String text, List<Integer> citations) {}

  /// The sources that `statement` cites, in the order of its citations.
  public List<Source> sourcesOf(Statement statement) {
    return statement.citations().stream().distinct().map(sources::get).toList();
  }
}
