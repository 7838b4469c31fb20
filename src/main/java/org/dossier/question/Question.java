package org.dossier.question;

import java.time.LocalDate;
import org.dossier.search.Filters;

/// What is asked, made to stand alone.
///
/// @param text in the asker's words; never blank
/// @param context what was said before it
/// @param filters which articles may answer
/// @param asked the day from which "last month" counts
public record Question(String text, ConversationContext context, Filters filters, LocalDate askedOn) {
  public Question {
    if (text.isBlank()) {
      throw new IllegalArgumentException("a question without words");
    }
  }

  /// A question before which nothing was said.
  public Question(String text, Filters filters, LocalDate askedOn) {
    this(text, ConversationContext.NONE, filters, askedOn);
  }

  /// What of it is searched for.
  public String searchText() {
    return context.searchText().isEmpty() ? text : context.searchText();
  }

  /// The same question to the whole archive.
  public Question withoutFilters() {
    return new Question(text, context, Filters.NONE, askedOn);
  }
}
