package org.dossier.verification.analysis;

import java.util.List;
import java.util.Locale;

/// A number word that is a part of a name: the "One" of "Formula One".
public final class NumberInName {
  private NumberInName() {}

  /// True if `quantity` is such a word in a name that a text has too.
  public static boolean isKnown(
      AnalyzedText statement, Quantity quantity, List<AnalyzedText> texts) {
    var written = quantity.span().of(statement.plain());
    if (!Character.isUpperCase(written.codePointAt(0))) {
      return false;
    }
    return statement.names().stream()
        .filter(name -> name.contains(quantity.span()) && name.length() > quantity.span().length())
        .map(name -> name.of(statement.plain()).toLowerCase(Locale.ROOT))
        .anyMatch(name ->
            texts.stream().anyMatch(text -> text.plain().toLowerCase(Locale.ROOT).contains(name)));
  }
}
