package org.dossier.search;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.dossier.text.Span;
import org.jspecify.annotations.Nullable;

/// Splits texts into terms by the rules of an index: stop words are left out, and "ministers" is
/// the same term as "minister". Safe for any number of threads.
public interface TermAnalyzer {

  /// The terms of `text`, in reading order. A word that occurs twice is listed twice.
  ///
  /// @param language its BCP 47 tag; `null` to detect it by the script
  List<Term> terms(String text, @Nullable String language);

  /// The distinct terms of `text`.
  ///
  /// @param language its BCP 47 tag; `null` to detect it by the script
  default Set<String> distinctTerms(String text, @Nullable String language) {
    return terms(text, language).stream().map(Term::text).collect(Collectors.toSet());
  }

  /// The places of the words of `question` in `text`, in reading order, for highlighting.
  ///
  /// @param language that of `text`; `null` to detect it by the script
  List<Span> findShared(String question, String text, @Nullable String language);
}
