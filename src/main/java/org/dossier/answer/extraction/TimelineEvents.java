package org.dossier.answer.extraction;

import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.dossier.text.date.DateFinder;
import org.dossier.text.date.DateMention;
import org.dossier.text.date.DateRange;

/// Groups sentences by the events that they are about.
///
/// Two sentences are about the same event if they are of the same days and share a quarter of their
/// terms, or of days that are at most three apart and share a third of them. Articles report an
/// event on the next day, and again later.
final class TimelineEvents {
  private static final double SAME_DAY_SIMILARITY = 0.25;
  private static final double NEAR_SIMILARITY = 1.0 / 3;
  private static final double REPEATED_SIMILARITY = 0.6;
  private static final long NEAR_DAYS = 3;

  private static final long DAYS_OF_A_MONTH = 31;
  private static final long DAYS_OF_A_YEAR = 366;

  private final List<Group> groups = new ArrayList<>();

  /// The events of the sentences, the best one first. A sentence without a day is left out.
  ///
  /// @param ranked best first
  static List<TimelineEvent> of(List<CandidateSentence> ranked) {
    var events = new TimelineEvents();
    ranked.forEach(events::add);
    return events.groups.stream().map(Group::event).toList();
  }

  /// The first day or month that the sentence names, or else the first year, or else the day of
  /// publication; empty if none is known.
  static Optional<DateRange> days(CandidateSentence sentence) {
    return stated(sentence).or(() -> published(sentence));
  }

  private static Optional<DateRange> published(CandidateSentence sentence) {
    return Optional.ofNullable(sentence.published()).map(DateRange::day);
  }

  private static Optional<DateRange> stated(CandidateSentence sentence) {
    var ranges =
        DateFinder.find(sentence.text(), sentence.published()).stream()
            .filter(DateMention::certain)
            .map(DateMention::range)
            .filter(Objects::nonNull)
            .toList();
    return first(ranges, DAYS_OF_A_MONTH).or(() -> first(ranges, DAYS_OF_A_YEAR));
  }

  private static Optional<DateRange> first(List<DateRange> ranges, long days) {
    return ranges.stream()
        .filter(range -> ChronoUnit.DAYS.between(range.from(), range.to()) <= days)
        .findFirst();
  }

  private void add(CandidateSentence sentence) {
    var stated = stated(sentence);
    stated
        .or(() -> published(sentence))
        .ifPresent(days ->
            groups.stream()
                .filter(group -> group.isAbout(sentence, days))
                .findFirst()
                .ifPresentOrElse(
                    group -> group.add(sentence),
                    () -> groups.add(new Group(sentence, days, stated.isPresent()))));
  }

  /// The order of events by their days; those that last longer first.
  static Comparator<TimelineEvent> chronological() {
    return Comparator.comparing((TimelineEvent event) -> event.days().from())
        .thenComparing(event -> event.days().to(), Comparator.reverseOrder())
        .thenComparing(event -> event.sentence().articleId())
        .thenComparing(event -> event.sentence().span());
  }

  /// The sentences about one event.
  private static final class Group {
    private final CandidateSentence best;
    private final DateRange days;
    private final boolean stated;
    private final List<CandidateSentence> alsoIn = new ArrayList<>();

    Group(CandidateSentence best, DateRange days, boolean stated) {
      this.best = best;
      this.days = days;
      this.stated = stated;
    }

    boolean isAbout(CandidateSentence sentence, DateRange other) {
      return best.isSimilar(
          sentence,
          days.overlaps(other)
              ? SAME_DAY_SIMILARITY
              : distance(other) <= NEAR_DAYS ? NEAR_SIMILARITY : REPEATED_SIMILARITY);
    }

    private long distance(DateRange other) {
      return other.from().isAfter(days.to())
          ? ChronoUnit.DAYS.between(days.to(), other.from())
          : ChronoUnit.DAYS.between(other.to(), days.from());
    }

    void add(CandidateSentence sentence) {
      boolean isNew =
          !sentence.articleId().equals(best.articleId())
              && alsoIn.stream().noneMatch(other -> other.articleId().equals(sentence.articleId()));
      if (isNew) {
        alsoIn.add(sentence);
      }
    }

    TimelineEvent event() {
      return new TimelineEvent(days, stated, best, alsoIn);
    }
  }
}
