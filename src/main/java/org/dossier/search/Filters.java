package org.dossier.search;

import java.time.LocalDate;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// What an article must be for its passages to be found. Where a date is asked for, an article
/// whose date is unknown is not found; where publishers are, one without a publisher is not.
///
/// @param publishedFrom the first day; null for any
/// @param publishedTo the last day; null for any
/// @param publishers any of these, by their whole names in any case; empty for any
public record Filters(
    @Nullable LocalDate publishedFrom, @Nullable LocalDate publishedTo, Set<String> publishers) {

  /// Every article will do.
  public static final Filters NONE = new Filters(null, null, Set.of());

  public Filters {
    if (publishedFrom != null && publishedTo != null && publishedFrom.isAfter(publishedTo)) {
      throw new IllegalArgumentException(
          "publishedFrom is after publishedTo: " + publishedFrom + " > " + publishedTo);
    }
    publishers = Set.copyOf(publishers);
  }

  /// Whether every article will do.
  public boolean isEmpty() {
    return publishedFrom == null && publishedTo == null && publishers.isEmpty();
  }

  public Set<String> publisherKeys() {
    return publishers.stream().map(Filters::publisherKey).collect(Collectors.toSet());
  }

  /// What two ways of writing the same publisher's name have in common.
  public static String publisherKey(String publisher) {
    return publisher.strip().toUpperCase(Locale.ROOT).toLowerCase(Locale.ROOT);
  }
}
