package org.dossier.answer;

import java.util.List;
import java.util.regex.Pattern;
import org.dossier.text.WhiteSpace;

/// One sentence of an answer.
///
/// @param text one line of plain text, without anything that could be mistaken for a citation
///   marker
/// @param citations the numbers of the citations that support it, ascending; never empty
/// @param support the relation of the text to the cited words
public record Statement(String text, List<Integer> citations, Support support) {
  private static final Pattern MARKER = Pattern.compile("\\[(\\p{Nd}+)]");

  /// Folds white space, and turns an article's own `[12]` into `(12)`, because in an answer `[12]`
  /// would be a citation marker.
  public Statement {
    text = MARKER.matcher(WhiteSpace.normalize(text)).replaceAll("($1)");
    citations = citations.stream().distinct().sorted().toList();
    if (text.isEmpty() || citations.isEmpty()) {
      throw new IllegalArgumentException(
          "a statement needs text and a citation: “%s” %s".formatted(text, citations));
    }
  }

  /// The citation markers that follow the text: `[1][3]`.
  public String markers() {
    var markers = new StringBuilder();
    citations.forEach(number -> markers.append('[').append(number).append(']'));
    return markers.toString();
  }

  /// The distance from the start of this statement to the start of the next one in the text of an
  /// answer ([Answered#text]): the text and the markers, each followed by a space.
  public int lengthInAnswer() {
    return text.length() + 1 + markers().length() + 1;
  }
}
