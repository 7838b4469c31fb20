package org.dossier.search;

import java.time.LocalDate;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.dossier.text.date.DateRange;
import org.jspecify.annotations.Nullable;

/// Conditions on the articles whose passages are found. With a condition on the date, an article
/// without a date is not found; with a condition on the publisher, one without a publisher is not.
///
/// @param publishedFrom the first day, inclusive; `null` for no limit
/// @param publishedTo the last day, inclusive; `null` for no limit
/// @param publishers the accepted publishers, by their full names in any case; empty for all
/// @param asOf the day whose state of the archive is meant: what was published later is not found,
///   and articles have the text that they had then; `null` for the current state
public record Filters(
    @Nullable LocalDate publishedFrom,
    @Nullable LocalDate publishedTo,
    Set<String> publishers,
    @Nullable LocalDate asOf) {

  /// No conditions.
  public static final Filters NONE = new Filters(null, null, Set.of());

  public Filters {
    if (publishedFrom != null && publishedTo != null && publishedFrom.isAfter(publishedTo)) {
      throw new IllegalArgumentException(
          "publishedFrom is after publishedTo: " + publishedFrom + " > " + publishedTo);
    }
    publishers = Set.copyOf(publishers);
  }

  /// Conditions on the current state of the archive.
  public Filters(
      @Nullable LocalDate publishedFrom, @Nullable LocalDate publishedTo, Set<String> publishers) {
    this(publishedFrom, publishedTo, publishers, null);
  }

  /// The last day of publication that meets the conditions; `null` for no limit.
  public @Nullable LocalDate lastDay() {
    return asOf == null || (publishedTo != null && publishedTo.isBefore(asOf)) ? publishedTo : asOf;
  }

  /// These conditions on the state of the archive on `day`, or on an earlier day that they state.
  public Filters asOf(LocalDate day) {
    return asOf != null && asOf.isBefore(day)
        ? this
        : new Filters(publishedFrom, publishedTo, publishers, day);
  }

  /// These conditions with those publishers.
  public Filters ofPublishers(Set<String> others) {
    return new Filters(publishedFrom, publishedTo, others, asOf);
  }

  /// Returns whether there are no conditions.
  public boolean isEmpty() {
    return publishedFrom == null && publishedTo == null && publishers.isEmpty() && asOf == null;
  }

  /// Returns whether an article with this day of publication and this publisher meets the
  /// conditions.
  public boolean accept(@Nullable LocalDate published, @Nullable String publisher) {
    boolean isTooEarly =
        publishedFrom != null && (published == null || published.isBefore(publishedFrom));
    var last = lastDay();
    boolean isTooLate = last != null && (published == null || published.isAfter(last));
    return !isTooEarly
        && !isTooLate
        && (publishers.isEmpty()
            || (publisher != null && publisherKeys().contains(publisherKey(publisher))));
  }

  /// These conditions, and no publication after `day`; unchanged if they require a later one.
  public Filters publishedUntil(LocalDate day) {
    boolean isLater = publishedFrom != null && publishedFrom.isAfter(day);
    boolean isEarlier = publishedTo != null && publishedTo.isBefore(day);
    return isLater || isEarlier ? this : new Filters(publishedFrom, day, publishers, asOf);
  }

  /// These conditions, and publication in `period`; empty if they exclude each other.
  public Optional<Filters> within(DateRange period) {
    var from =
        publishedFrom == null || publishedFrom.isBefore(period.from())
            ? period.from()
            : publishedFrom;
    var to = publishedTo == null || publishedTo.isAfter(period.to()) ? period.to() : publishedTo;
    return from.isAfter(to)
        ? Optional.empty()
        : Optional.of(new Filters(from, to, publishers, asOf));
  }

  public Set<String> publisherKeys() {
    return publishers.stream().map(Filters::publisherKey).collect(Collectors.toSet());
  }

  /// The normalized form of a publisher's name: equal for all capitalizations of the same name.
  public static String publisherKey(String publisher) {
    return publisher.strip().toUpperCase(Locale.ROOT).toLowerCase(Locale.ROOT);
  }
}
