package org.dossier.retrieval;

import java.time.LocalDate;
import org.dossier.index.Filters;

/// What is asked, made to stand alone.
///
/// @param text in the asker's words; never blank
/// @param filters which articles may answer
/// @param asked the day from which "last month" counts
public record Question(String text, Filters filters, LocalDate asked) {
  public Question {
    if (text.isBlank()) {
      throw new IllegalArgumentException("a question without words");
    }
  }

  /// The same question to the whole archive.
  public Question withoutFilters() {
    return new Question(text, Filters.NONE, asked);
  }
}
