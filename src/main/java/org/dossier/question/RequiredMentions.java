package org.dossier.question;

import static java.util.stream.Collectors.toSet;

import java.util.List;
import java.util.Objects;
import org.dossier.inference.EnglishWords;
import org.dossier.search.IndexSnapshot;
import org.dossier.text.Span;
import org.dossier.text.date.DateFinder;
import org.dossier.text.date.DateMention;
import org.dossier.text.date.DateRange;
import org.dossier.text.name.Aliases;
import org.dossier.text.name.NameFinder;
import org.dossier.text.sentence.SentenceSplitter;

/// The names and dates of a question that evidence must mention.
///
/// @param names the proper names, as written
/// @param years the dates that name a year, or the period that they form: evidence must mention a
///   date in them or be published then
public record RequiredMentions(List<String> names, List<DateRange> years) {

  /// The required mentions by the wording of `question` alone.
  public static RequiredMentions of(Question question) {
    var text = question.text();
    return of(question, NameFinder.find(text).stream().map(span -> span.of(text)).toList());
  }

  /// The required mentions of `question` to an archive. The first word of a sentence has a capital
  /// anyway; if it is the whole name, it is required only if the archive writes it like a name, or
  /// if the archive does not contain it and it is no common English word.
  public static RequiredMentions of(Question question, IndexSnapshot indexSnapshot) {
    var text = question.text();
    var starts = SentenceSplitter.split(text).stream().map(Span::start).collect(toSet());
    return of(
        question,
        NameFinder.find(text).stream()
            .filter(span -> !starts.contains(span.start()) || isName(span.of(text), indexSnapshot))
            .map(span -> span.of(text))
            .toList());
  }

  private static RequiredMentions of(Question question, List<String> names) {
    return new RequiredMentions(names.stream().distinct().toList(), years(question));
  }

  /// The same names without dates.
  public RequiredMentions withoutYears() {
    return new RequiredMentions(names, List.of());
  }

  private static List<DateRange> years(Question question) {
    var years =
        DateFinder.find(question.text(), question.askedOn()).stream()
            .filter(date -> !date.relative())
            .map(DateMention::range)
            .filter(Objects::nonNull)
            .toList();
    return years.isEmpty()
        ? years
        : PeriodFinder.find(question.text(), question.askedOn())
            .map(found -> List.of(found.period().range()))
            .orElse(years);
  }

  private static boolean isName(String opening, IndexSnapshot indexSnapshot) {
    boolean word = opening.chars().skip(1).allMatch(Character::isLowerCase);
    return !word
        || !Aliases.named(opening).isEmpty()
        || WrittenForms.of(opening, indexSnapshot)
            .map(WrittenForms::isName)
            .orElseGet(() -> !EnglishWords.contains(opening));
  }
}
