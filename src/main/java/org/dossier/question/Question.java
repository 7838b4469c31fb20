package org.dossier.question;

import java.time.LocalDate;
import java.util.function.UnaryOperator;
import org.dossier.search.Filters;

/// A standalone question.
///
/// @param text in the user's words; never blank
/// @param context the conversation before it
/// @param filters the articles that may answer
/// @param askedOn the date by which relative dates such as "last month" are resolved
/// @param cited the sentences that the answer must not consist of; possibly empty
/// @param exclusions the articles that must not answer, as if the archive lacked them
public record Question(
    String text,
    ConversationContext context,
    Filters filters,
    LocalDate askedOn,
    CitedSentences cited,
    Exclusions exclusions) {
  public Question {
    if (text.isBlank()) {
      throw new IllegalArgumentException("a question must not be blank");
    }
  }

  public Question(String text, ConversationContext context, Filters filters, LocalDate askedOn) {
    this(text, context, filters, askedOn, CitedSentences.NONE, Exclusions.NONE);
  }

  /// A question without conversation context.
  public Question(String text, Filters filters, LocalDate askedOn) {
    this(text, ConversationContext.NONE, filters, askedOn);
  }

  /// The same question, to be answered by other sentences than those.
  public Question without(CitedSentences sentences) {
    return new Question(text, context, filters, askedOn, sentences, exclusions);
  }

  /// The same question, to be answered as if the archive lacked those articles.
  public Question excluding(Exclusions newExclusions) {
    return new Question(text, context, filters, askedOn, cited, newExclusions);
  }

  /// The part of the text that is searched for.
  public String searchText() {
    return context.searchText().isEmpty() ? text : context.searchText();
  }

  /// The same question with other filters.
  public Question withFilters(Filters newFilters) {
    return new Question(text, context, newFilters, askedOn, cited, exclusions);
  }

  /// A question for a part of this one: another text with the same filters. The context is kept if
  /// the text is the same.
  public Question searching(String part) {
    return part.equals(text)
        ? this
        : new Question(
            part,
            new ConversationContext("", context.utterances(), context.articles()),
            filters,
            askedOn,
            cited,
            exclusions);
  }

  /// The same question, asked on the day whose state of the archive its filters mean.
  public Question askedAsOf() {
    var day = filters.asOf();
    return day == null || day.isAfter(askedOn)
        ? this
        : new Question(text, context, filters, day, cited, exclusions);
  }

  /// The same question in other words that mean the same.
  public Question reworded(UnaryOperator<String> rewording) {
    var part = context.searchText();
    return new Question(
        rewording.apply(text),
        new ConversationContext(
            part.isEmpty() ? part : rewording.apply(part),
            context.utterances(),
            context.articles()),
        filters,
        askedOn,
        cited,
        exclusions);
  }

  /// The same question without filters.
  public Question withoutFilters() {
    return withFilters(Filters.NONE);
  }
}
