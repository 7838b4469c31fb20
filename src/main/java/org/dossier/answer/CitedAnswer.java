package org.dossier.answer;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import org.dossier.text.Span;

/// An answer that consists of statements with citations.
///
/// The constructors guarantee that the numbers in the text are those of the citations: citations
/// are numbered from 1 in the order in which statements first use them, and every citation is used.
public sealed interface CitedAnswer extends Answer permits Answered, Related {
  /// The statements in reading order; never empty.
  List<Statement> statements();

  /// The citations in the order of their numbers.
  List<Citation> citations();

  /// The statements, each followed by its markers: `The bridge opened in May. [1] It is … [2]`.
  default String text() {
    var text = new StringBuilder();
    for (var statement : statements()) {
      text.append(text.isEmpty() ? "" : " ");
      text.append(statement.text()).append(' ').append(statement.markers());
    }
    return text.toString();
  }

  /// The place of each statement in [#text], without its markers.
  default List<Span> spans() {
    var spans = new ArrayList<Span>();
    int start = 0;
    for (var statement : statements()) {
      spans.add(new Span(start, start + statement.text().length()));
      start += statement.lengthInAnswer();
    }
    return spans;
  }

  /// Validates the numbers of citations.
  ///
  /// @throws IllegalArgumentException if they are not those that the statements use
  static void check(List<Statement> statements, List<Citation> citations) {
    if (statements.isEmpty()) {
      throw new IllegalArgumentException("an answer needs at least one statement");
    }
    var used = new LinkedHashSet<Integer>();
    statements.forEach(statement -> used.addAll(statement.citations()));
    var numbers = citations.stream().map(Citation::number).toList();
    if (!List.copyOf(used).equals(numbers)) {
      throw new IllegalArgumentException(
          "statements cite %s, but the citations are %s".formatted(used, numbers));
    }
    for (int i = 0; i < numbers.size(); i++) {
      if (numbers.get(i) != i + 1) {
        throw new IllegalArgumentException("citation numbers must be 1, 2, 3 …: " + numbers);
      }
    }
  }
}
