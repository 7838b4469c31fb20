package org.dossier.search;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import org.dossier.search.ArticleGroups.Group;
import org.dossier.search.ArticleGroups.Property;
import org.jspecify.annotations.Nullable;

/// Sums of articles by day and publisher, from which an engine makes an [ArticleCount]. For one
/// thread.
public final class ArticleTotals {
  private final Map<LocalDate, Long> byDay = new TreeMap<>();
  private final Map<String, Long> byPublisher = new HashMap<>();
  private final Map<Property, List<Group>> byEntity = new EnumMap<>(Property.class);
  private long undated;
  private long unnamed;
  private long articles;

  /// Adds to the number of all articles.
  public void addArticles(long count) {
    articles += count;
  }

  /// @param day the day of publication; `null` if unknown
  public void addDay(@Nullable LocalDate day, long count) {
    if (day == null) {
      undated += count;
    } else {
      byDay.merge(day, count, Long::sum);
    }
  }

  /// @param name the publisher as written; `null` if unknown
  public void addPublisher(@Nullable String name, long count) {
    if (name == null) {
      unnamed += count;
    } else {
      byPublisher.merge(name, count, Long::sum);
    }
  }

  /// Sets the groups of persons, places or organizations.
  public void setEntities(Property by, List<Group> groups) {
    byEntity.put(by, groups);
  }

  public ArticleCount count(List<Property> properties) {
    return new ArticleCount(
        articles, properties.stream().map(by -> new ArticleGroups(by, groups(by))).toList());
  }

  private List<Group> groups(Property by) {
    var groups =
        switch (by) {
          case YEAR -> periods(day -> "%04d".formatted(day.getYear()));
          case MONTH -> periods(day -> YearMonth.from(day).toString());
          case PUBLISHER -> publishers();
          case PERSON, PLACE, ORGANIZATION -> new ArrayList<>(byEntity.getOrDefault(by, List.of()));
        };
    long unknown =
        switch (by) {
          case YEAR, MONTH -> undated;
          case PUBLISHER -> unnamed;
          case PERSON, PLACE, ORGANIZATION -> 0;
        };
    if (unknown > 0) {
      groups.add(new Group(null, unknown));
    }
    return groups;
  }

  private List<Group> periods(Function<LocalDate, String> key) {
    var periods = new TreeMap<String, Long>();
    byDay.forEach((day, count) -> periods.merge(key.apply(day), count, Long::sum));
    var groups = new ArrayList<Group>();
    periods.forEach((period, count) -> groups.add(new Group(period, count)));
    return groups;
  }

  /// The names of one publisher that differ in capitals are one group.
  private List<Group> publishers() {
    var spellings = new TreeMap<String, List<Group>>();
    byPublisher.forEach((name, count) ->
        spellings
            .computeIfAbsent(Filters.publisherKey(name), _ -> new ArrayList<>())
            .add(new Group(name, count)));
    var mostFirst =
        Comparator.comparingLong(Group::articles)
            .reversed()
            .thenComparing(Group::key, Comparator.nullsLast(Comparator.naturalOrder()));
    var groups = new ArrayList<Group>();
    for (var names : spellings.values()) {
      long sum = names.stream().mapToLong(Group::articles).sum();
      groups.add(new Group(names.stream().sorted(mostFirst).toList().getFirst().key(), sum));
    }
    groups.sort(mostFirst);
    return groups;
  }
}
