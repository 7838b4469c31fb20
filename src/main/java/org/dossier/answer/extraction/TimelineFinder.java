package org.dossier.answer.extraction;

import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.List;
import org.dossier.question.Question;
import org.dossier.question.QuestionKind;
import org.dossier.retrieval.Evidence;
import org.dossier.retrieval.RetrievalDepth;
import org.dossier.retrieval.Retriever;
import org.dossier.text.date.DateRange;
import org.jspecify.annotations.Nullable;

/// Finds the events of a topic in the articles. Safe for any number of threads.
@Singleton
public final class TimelineFinder {
  private static final RetrievalDepth DEPTH = new RetrievalDepth(40, 4, 40, false);

  /// The share of the topic's terms, of the best passage, that a passage needs.
  private static final double MIN_COVERAGE = 0.6;

  /// How far the score of a sentence may be below the best one.
  private static final double MARGIN = 5;

  /// Articles report an event after it, too.
  private static final int DAYS_OF_REPORTS = 30;

  private final Retriever retriever;
  private final AnswerConfig config;

  public TimelineFinder(Retriever retriever, AnswerConfig config) {
    this.retriever = retriever;
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
    var retrieved = retriever.retrieve(topic, DEPTH);
    if (Relevance.of(retrieved) < config.minRelevance()) {
      return new Timeline(List.of(), 0, retrieved.generation());
    }
    var evidence = relevant(withReports(topic, days, retrieved.evidence()));
    var candidates = TopicSentences.rank(evidence, QuestionKind.TIMELINE, null);
    double least = candidates.isEmpty() ? 0 : candidates.getFirst().score() - MARGIN;
    var events =
        TimelineEvents.of(
                candidates.stream().filter(candidate -> candidate.score() >= least).toList())
            .stream()
            .filter(event -> days == null || days.overlaps(event.days()))
            .toList();
    return new Timeline(
        events.stream().limit(limit).sorted(TimelineEvents.chronological()).toList(),
        Math.max(0, events.size() - limit),
        retrieved.generation());
  }

  /// Also what was published in those days, and until a month after them.
  private List<Evidence> withReports(
      Question topic, @Nullable DateRange days, List<Evidence> evidence) {
    if (days == null) {
      return evidence;
    }
    var all = new ArrayList<>(evidence);
    var reports = new DateRange(days.from(), days.to().plusDays(DAYS_OF_REPORTS));
    topic
        .filters()
        .within(reports)
        .ifPresent(
            within -> all.addAll(retriever.retrieve(topic.withFilters(within), DEPTH).evidence()));
    return EvidenceFinder.ranked(all, 2 * DEPTH.passages());
  }

  private static List<Evidence> relevant(List<Evidence> evidence) {
    double best = evidence.stream().mapToDouble(Relevance::contextCoverage).max().orElse(0);
    return evidence.stream()
        .filter(e -> Relevance.contextCoverage(e) >= MIN_COVERAGE * best)
        .toList();
  }
}
