package org.dossier.answer;

import java.math.BigDecimal;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.dossier.retrieval.Question;
import org.dossier.text.DateMention;
import org.dossier.text.DateRange;
import org.dossier.text.Dates;
import org.dossier.text.Names;
import org.dossier.text.Numbers;

/// What can be read off a question before anything is looked up.
///
/// @param text the question
/// @param askedFor the kind of thing asked for
/// @param names the proper names in it, as written
/// @param years the dates in it that name a year: evidence must speak of them or be of them
/// @param numbers the numbers in it, which an answer does not repeat as its own
record QuestionProfile(
    String text,
    AskedFor askedFor,
    List<String> names,
    List<DateRange> years,
    Set<BigDecimal> numbers) {

  static QuestionProfile of(Question question) {
    var text = question.text();
    var dates = Dates.in(text, question.asked());
    return new QuestionProfile(
        text,
        AskedFor.in(text),
        Names.in(text).stream().map(span -> span.of(text)).distinct().toList(),
        dates.stream()
            .filter(date -> !date.relative())
            .map(DateMention::range)
            .filter(r -> r != null)
            .toList(),
        Numbers.in(text).stream()
            .map(Numbers.Mention::value)
            .map(BigDecimal::stripTrailingZeros)
            .collect(Collectors.toSet()));
  }
}
