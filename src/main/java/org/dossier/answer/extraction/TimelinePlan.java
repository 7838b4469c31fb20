package org.dossier.answer.extraction;

import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.dossier.question.Period;
import org.dossier.question.Question;
import org.dossier.question.QuestionAnalysis;
import org.dossier.question.QuestionKind;
import org.dossier.retrieval.Evidence;
import org.jspecify.annotations.Nullable;

/// The plan for questions about a course of events: one sentence for each event, spread over the
/// days of all of them. A period without events, and one without a topic, is left to the plan for
/// topics.
final class TimelinePlan implements ExtractionPlan {
  /// The points that an event loses if a chosen one is of the same day. The loss falls with the
  /// distance, and ends at half of the distance that chosen events would have if they were spread
  /// evenly.
  private static final double CROWDED = 1;

  /// The points that an event loses in addition if a chosen one is of the same days: articles
  /// report most events several times, in other words.
  private static final double SAME_DAYS = 2;

  /// The points of an event that its article reports as news.
  private static final double NEWS = 0.5;

  private static final int DAYS_OF_NEWS = 8;

  /// The number of passages that are shown as evidence.
  private static final int MAX_EVIDENCE = 12;

  private final EventSearch eventSearch;
  private final ExtractionPlan topicPlan;

  TimelinePlan(EventSearch eventSearch, ExtractionPlan topicPlan) {
    this.eventSearch = eventSearch;
    this.topicPlan = topicPlan;
  }

  @Override
  public Extraction extract(Question question, QuestionAnalysis analysis) {
    var period = analysis.period();
    if (analysis.topic().isBlank()) {
      return topicPlan.extract(question, analysis);
    }
    var found =
        eventSearch.find(
            question.searching(analysis.topic()), period == null ? null : period.range());
    var events = within(period, found.events());
    if (events.isEmpty()) {
      return topicPlan.extract(question, analysis);
    }
    var chosen =
        spread(events, PlanSettings.of(QuestionKind.TIMELINE).maxStatements()).stream()
            .map(TimelineEvent::sentence)
            .toList();
    var retrieved = found.retrievalResult();
    return new Extraction(
        QuestionKind.TIMELINE,
        retrieved.withEvidence(evidence(chosen, retrieved.evidence())),
        List.of(chosen),
        events.size() - chosen.size(),
        null,
        found.candidates(),
        TopicPlan.confidence(retrieved),
        Relevance.of(retrieved),
        Relevance.features(retrieved));
  }

  /// The events of the period; of the same days of another year only if it has none itself.
  private static List<TimelineEvent> within(@Nullable Period period, List<TimelineEvent> events) {
    if (period == null) {
      return events;
    }
    var within = events.stream().filter(event -> period.range().overlaps(event.days())).toList();
    return within.isEmpty()
        ? events.stream().filter(event -> period.overlaps(event.days())).toList()
        : within;
  }

  /// At most `limit` events, the best one first, then those that say something else of other days.
  static List<TimelineEvent> spread(List<TimelineEvent> events, int limit) {
    double step = daysOfReports(events) / (2.0 * limit);
    var chosen = new ArrayList<TimelineEvent>();
    var left = new ArrayList<>(events);
    while (chosen.size() < limit && !left.isEmpty()) {
      var best =
          left.stream()
              .max(Comparator.comparingDouble(event -> marginalScore(event, chosen, step)))
              .orElseThrow();
      chosen.add(best);
      left.remove(best);
    }
    return chosen;
  }

  private static double marginalScore(
      TimelineEvent event, List<TimelineEvent> chosen, double step) {
    double loss =
        chosen.stream()
            .mapToDouble(other ->
                TopicPlan.REDUNDANCY * event.sentence().similarity(other.sentence())
                    + CROWDED * Math.max(0, 1 - distance(event, other) / Math.max(1, step))
                    + (event.days().equals(other.days()) ? SAME_DAYS : 0))
            .max()
            .orElse(0);
    return event.sentence().score() + (isNews(event) ? NEWS : 0) - loss;
  }

  /// The number of days from the first report of an event to the last one. Reports also name days
  /// long before them.
  private static double daysOfReports(List<TimelineEvent> events) {
    var days =
        events.stream()
            .map(event -> event.sentence().published())
            .filter(Objects::nonNull)
            .sorted()
            .toList();
    return days.isEmpty() ? 0 : ChronoUnit.DAYS.between(days.getFirst(), days.getLast());
  }

  /// True if the article reports the event within a week: other days that it names are background.
  private static boolean isNews(TimelineEvent event) {
    var published = event.sentence().published();
    return event.stated()
        && published != null
        && !event.days().from().isAfter(published)
        && event.days().from().isAfter(published.minusDays(DAYS_OF_NEWS));
  }

  private static double distance(TimelineEvent event, TimelineEvent other) {
    return Math.abs(ChronoUnit.DAYS.between(event.days().from(), other.days().from()));
  }

  /// The passages of the chosen sentences, then the best others.
  private static List<Evidence> evidence(List<CandidateSentence> chosen, List<Evidence> retrieved) {
    var seen = new HashSet<Object>();
    var passages = new ArrayList<Evidence>();
    chosen.forEach(sentence -> add(sentence.evidence(), seen, passages));
    retrieved.forEach(passage -> add(passage, seen, passages));
    return passages;
  }

  private static void add(Evidence passage, Set<Object> seen, List<Evidence> passages) {
    var key = List.of(passage.source().article().id(), passage.passage().span());
    if (passages.size() < MAX_EVIDENCE && seen.add(key)) {
      passages.add(passage.withRank(passages.size() + 1));
    }
  }
}
