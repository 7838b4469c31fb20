package org.dossier.answer.extraction;

import jakarta.inject.Singleton;
import java.util.List;
import org.dossier.question.Question;
import org.dossier.retrieval.Retriever;
import org.dossier.retrieval.count.ArticleCounter;
import org.dossier.text.date.DateRange;
import org.jspecify.annotations.Nullable;

/// Finds the events of a topic in the articles. Safe for any number of threads.
@Singleton
public final class TimelineFinder {
  private final EventSearch eventSearch;
  private final AnswerConfig config;

  public TimelineFinder(Retriever retriever, ArticleCounter articleCounter, AnswerConfig config) {
    this.eventSearch = new EventSearch(retriever, articleCounter);
    this.config = config;
  }

  /// The events of a topic in chronological order.
  ///
  /// @param events in chronological order; possibly empty
  /// @param left the number of further events that were found and are left out
  /// @param generation the state of the index that was read
  public record Timeline(List<TimelineEvent> events, int left, long generation) {
    public Timeline {
      events = List.copyOf(events);
    }
  }

  /// The best events of a topic, at most `limit`; none if nothing in the archive is about it.
  ///
  /// @param days the days of the events; `null` for any
  public Timeline find(Question topic, @Nullable DateRange days, int limit) {
    var found = eventSearch.find(topic, days);
    long generation = found.retrievalResult().generation();
    if (Relevance.of(found.retrievalResult()) < config.minRelevance()) {
      return new Timeline(List.of(), 0, generation);
    }
    var events =
        found.events().stream()
            .filter(event -> days == null || days.overlaps(event.days()))
            .toList();
    return new Timeline(
        events.stream().limit(limit).sorted(TimelineEvents.chronological()).toList(),
        Math.max(0, events.size() - limit),
        generation);
  }
}
