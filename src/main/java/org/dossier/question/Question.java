package org.dossier.question;

import java.time.LocalDate;
import org.dossier.search.Filters;

/// A standalone question.
///
/// @param text in the user's words; never blank
/// @param context the conversation before it
/// @param filters the articles that may answer
/// @param askedOn the date by which relative dates such as "last month" are resolved
public record Question(
    String text, ConversationContext context, Filters filters, LocalDate askedOn) {
  public Question {
    if (text.isBlank()) {
      throw new IllegalArgumentException("a question must not be blank");
    }
  }

  /// A question without conversation context.
  public Question(String text, Filters filters, LocalDate askedOn) {
    this(text, ConversationContext.NONE, filters, askedOn);
  }

  /// The part of the text that is searched for.
  public String searchText() {
    return context.searchText().isEmpty() ? text : context.searchText();
  }

  /// The same question with other filters.
  public Question withFilters(Filters newFilters) {
    return new Question(text, context, newFilters, askedOn);
  }

  /// A question for a part of this one: another text with the same filters. The context is kept if
  /// the text is the same.
  public Question searching(String part) {
    return part.equals(text)
        ? this
        : new Question(part, new ConversationContext("", context.utterances()), filters, askedOn);
  }

  /// The same question without filters.
  public Question withoutFilters() {
    return new Question(text, context, Filters.NONE, askedOn);
  }
}
