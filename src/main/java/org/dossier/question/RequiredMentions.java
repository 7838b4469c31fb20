package org.dossier.question;

import java.util.List;
import org.dossier.text.date.DateFinder;
import org.dossier.text.date.DateMention;
import org.dossier.text.date.DateRange;
import org.dossier.text.name.NameFinder;

/// The names and dates of a question that evidence must mention.
///
/// @param names the proper names, as written
/// @param years the dates that name a year: evidence must mention them or be published on them
public record RequiredMentions(List<String> names, List<DateRange> years) {

  public static RequiredMentions of(Question question) {
    var text = question.text();
    return new RequiredMentions(
        NameFinder.find(text).stream().map(span -> span.of(text)).distinct().toList(),
        DateFinder.find(text, question.askedOn()).stream()
            .filter(date -> !date.relative())
            .map(DateMention::range)
            .filter(range -> range != null)
            .toList());
  }
}
