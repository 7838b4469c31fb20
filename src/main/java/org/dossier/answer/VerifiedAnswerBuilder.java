package org.dossier.answer;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.dossier.answer.NumberedEvidence.Line;
import org.dossier.text.Span;

/// Builds an answer from verified statements. Reports each to the listener as it arrives, and
/// numbers citations in the order of their first use.
final class VerifiedAnswerBuilder {
  private final AnswerListener listener;
  private final boolean onlyRelated;
  private final List<Statement> statements = new ArrayList<>();
  private final Map<Place, Citation> citations = new LinkedHashMap<>();
  private final Set<String> seen = new HashSet<>();

  /// @param onlyRelated true if the statements may not answer the question
  VerifiedAnswerBuilder(AnswerListener listener, boolean onlyRelated) {
    this.listener = listener;
    this.onlyRelated = onlyRelated;
  }

  boolean isEmpty() {
    return statements.isEmpty();
  }

  /// True if a statement with these words was added before: some LLMs repeat themselves.
  boolean contains(String words) {
    return seen.contains(normalize(words));
  }

  /// Adds and reports a statement that `lines` support.
  void add(String words, List<Line> lines) {
    var newCitations = new ArrayList<Citation>();
    var numbers = new ArrayList<Integer>();
    for (var line : lines) {
      var place = new Place(line.source().article().id(), line.source().version(), line.span());
      var citation = citations.get(place);
      if (citation == null) {
        citation =
            new Citation(
                citations.size() + 1, line.source(), line.span(), line.evidence().reprints());
        citations.put(place, citation);
        newCitations.add(citation);
      }
      numbers.add(citation.number());
    }
    var statement = new Statement(words, numbers, support(words, lines));
    seen.add(normalize(words));
    if (onlyRelated && statements.isEmpty()) {
      listener.related();
    }
    statements.add(statement);
    listener.statement(statement, newCitations);
  }

  /// The answer made of all statements added.
  ///
  /// @throws IllegalArgumentException if no statement was added
  CitedAnswer build(AnswerMetadata metadata) {
    var used = List.copyOf(citations.values());
    return onlyRelated
        ? new Related(statements, used, metadata)
        : new Answered(statements, used, metadata);
  }

  private static Support support(String words, List<Line> lines) {
    boolean verbatim =
        lines.stream()
            .anyMatch(line ->
                normalize(words).equals(normalize(line.text()))
                    || normalize(words)
                        .equals(
                            normalize(
                                DateAnnotator.annotate(line.source().article(), line.span()))));
    return verbatim ? Support.VERBATIM : Support.SUPPORTED;
  }

  private static String normalize(String words) {
    return NumberedEvidence.plain(words).toLowerCase(Locale.ROOT);
  }

  private record Place(String article, String version, Span span) {}
}
