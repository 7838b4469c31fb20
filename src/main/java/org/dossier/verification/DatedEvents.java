package org.dossier.verification;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.dossier.text.Span;
import org.dossier.text.date.DateFinder;
import org.dossier.text.date.DateMention;
import org.dossier.text.sentence.SentenceSplitter;
import org.dossier.verification.Verdict.Reason;
import org.dossier.verification.analysis.AnalyzedText;
import org.dossier.verification.analysis.Word;
import org.dossier.verification.analysis.WordLists;
import org.jspecify.annotations.Nullable;

/// Detects an event with the date of another event of the same sentence: "founded in 1987", if the
/// source says "founded in 1952 and moved in 1987".
final class DatedEvents {
  private static final Set<String> JOINING =
      Set.of("and", "but", "while", "whereas", "who", "which", "then", "after", "before", "when");

  private DatedEvents() {}

  /// The part of a sentence that says what happened on one date.
  ///
  /// @param date the words or the days of the date
  /// @param stems the stems of the other content words
  private record Event(DateMention date, String written, Set<String> stems) {
    boolean isOn(DateMention other, String otherWritten) {
      return written.equalsIgnoreCase(otherWritten)
          || (date.range() != null && date.range().equals(other.range()));
    }
  }

  static Optional<Violation> find(AnalyzedText statement, AnalyzedSources sources) {
    for (int i = 0; i < sources.texts().size(); i++) {
      var text = sources.texts().get(i);
      var published = sources.sources().get(i).published();
      var dates = DateFinder.find(statement.plain(), published);
      for (var sentence : SentenceSplitter.split(text.plain())) {
        var events = events(text, sentence, published);
        for (var date : dates) {
          if (events.size() > 1 && isOnAnotherDate(statement, date, dates, events)) {
            var written = date.span().of(statement.plain());
            return Optional.of(
                new Violation(
                    Reason.DATE, "the sources say something else of “%s”".formatted(written)));
          }
        }
      }
    }
    return Optional.empty();
  }

  /// True if the statement says of a date what the sentence says of another date only.
  private static boolean isOnAnotherDate(
      AnalyzedText statement, DateMention date, List<DateMention> dates, List<Event> events) {
    var written = date.span().of(statement.plain());
    var same = events.stream().filter(event -> event.isOn(date, written)).toList();
    if (same.isEmpty() || same.size() == events.size()) {
      return false;
    }
    var here = new HashSet<String>();
    same.forEach(event -> here.addAll(event.stems()));
    var elsewhere = new HashSet<String>();
    events.stream()
        .filter(event -> !same.contains(event))
        .forEach(e -> elsewhere.addAll(e.stems()));
    return clauseOf(date, statement, dates).stream()
        .map(Word::stem)
        .anyMatch(stem -> elsewhere.contains(stem) && !here.contains(stem));
  }

  /// The words of the clause with the date. A date in a clause of its own belongs to the whole
  /// statement, if that has no other date and one verb in the past at most.
  private static List<Word> clauseOf(
      DateMention date, AnalyzedText statement, List<DateMention> dates) {
    var words = statement.words();
    int first = 0;
    while (first < words.size() && words.get(first).span().end() <= date.span().start()) {
      first++;
    }
    int from = first;
    while (from > 0 && !separates(words, from)) {
      from--;
    }
    int to = Math.min(first + 1, words.size());
    while (to < words.size() && !separates(words, to)) {
      to++;
    }
    var clause = says(words.subList(from, to), dates);
    boolean alone = clause.stream().allMatch(word -> word.capital() && !word.isPast());
    boolean one = dates.size() == 1 && words.stream().filter(Word::isPast).count() <= 1;
    return alone && one ? says(words, dates) : clause;
  }

  private static boolean separates(List<Word> words, int at) {
    return words.get(at - 1).clause() != words.get(at).clause()
        || JOINING.contains(words.get(at).lower());
  }

  private static List<Word> says(List<Word> words, List<DateMention> dates) {
    return words.stream()
        .filter(word ->
            word.isContentWord()
                && !WordLists.REPORTING.contains(word.stem())
                && dates.stream().noneMatch(date -> date.span().overlaps(word.span())))
        .toList();
  }

  /// The events of a sentence with two dates or more that a conjunction separates; otherwise none.
  /// The words before the first verb belong to all of them.
  private static List<Event> events(
      AnalyzedText text, Span sentence, @Nullable LocalDate published) {
    var dates =
        DateFinder.find(text.plain(), published).stream()
            .filter(date -> sentence.contains(date.span()))
            .toList();
    if (dates.size() < 2) {
      return List.of();
    }
    var words = text.words().stream().filter(word -> sentence.contains(word.span())).toList();
    var events = new ArrayList<Event>();
    int from = firstVerb(words);
    for (int i = 0; i < dates.size(); i++) {
      int to =
          i + 1 < dates.size() ? boundary(words, dates.get(i), dates.get(i + 1)) : words.size();
      if (to < from) {
        return List.of();
      }
      var stems = new HashSet<String>();
      says(words.subList(from, to), dates).forEach(word -> stems.add(word.stem()));
      events.add(new Event(dates.get(i), dates.get(i).span().of(text.plain()), stems));
      from = to;
    }
    return events;
  }

  private static int firstVerb(List<Word> words) {
    for (int at = 0; at < words.size(); at++) {
      if (words.get(at).isPast() || WordLists.AUXILIARIES.contains(words.get(at).lower())) {
        return at;
      }
    }
    return 0;
  }

  /// The place of the conjunction between two dates; -1 if no word there is one.
  private static int boundary(List<Word> words, DateMention date, DateMention next) {
    for (int at = 0; at < words.size(); at++) {
      var span = words.get(at).span();
      if (span.start() >= date.span().end()
          && span.end() <= next.span().start()
          && JOINING.contains(words.get(at).lower())) {
        return at;
      }
    }
    return -1;
  }
}
