package org.dossier.answer.extraction;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.Predicate;
import org.dossier.question.Question;
import org.dossier.question.QuestionKind;
import org.dossier.retrieval.Evidence;
import org.dossier.retrieval.RetrievalDepth;
import org.dossier.retrieval.RetrievalResult;
import org.dossier.retrieval.Retriever;
import org.dossier.retrieval.count.ArticleCounter;
import org.dossier.text.date.DateRange;
import org.jspecify.annotations.Nullable;

/// Searches the articles for the events of a topic, deeper than for an answer of a few sentences.
/// If the topic is a person, place or organization of the archive, it is searched for by each of
/// its names, and the events are those of sentences that mention it.
final class EventSearch {
  static final RetrievalDepth DEPTH = new RetrievalDepth(40, 4, 40, 0);

  /// The share of the topic's terms, of the best passage, that a passage needs.
  private static final double MIN_COVERAGE = 0.5;

  /// Articles report an event after it, too.
  private static final int DAYS_OF_REPORTS = 30;

  private final Retriever retriever;
  private final ArticleCounter articleCounter;

  EventSearch(Retriever retriever, ArticleCounter articleCounter) {
    this.retriever = retriever;
    this.articleCounter = articleCounter;
  }

  /// The events of a topic.
  ///
  /// @param retrievalResult the passages that were searched, regardless of the days
  /// @param candidates the sentences about the topic, best first
  /// @param events their events, best first
  record Found(
      RetrievalResult retrievalResult,
      List<CandidateSentence> candidates,
      List<TimelineEvent> events) {}

  /// @param days the days of the events, about which more articles are searched; `null` for any.
  ///   Events of other days are found, too
  Found find(Question topic, @Nullable DateRange days) {
    return TopicEntity.of(topic, articleCounter)
        .map(entity -> ofEntity(topic, days, entity))
        .filter(found -> !found.candidates().isEmpty())
        .orElseGet(() -> ofWords(topic, days));
  }

  private Found ofWords(Question topic, @Nullable DateRange days) {
    var retrieved = retriever.retrieve(topic, DEPTH);
    var evidence = relevant(withReports(topic, days, retrieved.evidence()));
    return found(topic, retrieved, rank(evidence, _ -> true));
  }

  private Found ofEntity(Question topic, @Nullable DateRange days, TopicEntity entity) {
    var retrieved = new ArrayList<RetrievalResult>();
    var evidence = new ArrayList<Evidence>();
    for (var name : entity.searches()) {
      var search = topic.searching(name);
      retrieved.add(retriever.retrieve(search, DEPTH));
      withReports(search, days, retrieved.getLast().evidence()).stream()
          .filter(entity::isIn)
          .forEach(evidence::add);
    }
    var best = retrieved.stream().max(Comparator.comparingDouble(Relevance::of)).orElseThrow();
    // A passage that several names find is scored by the one that it has.
    evidence.sort(
        Comparator.comparingDouble((Evidence e) -> Relevance.contextCoverage(e)).reversed());
    var distinct = EvidenceFinder.ranked(evidence, evidence.size());
    return found(topic, best, rank(distinct, entity::isIn));
  }

  private static List<CandidateSentence> rank(
      List<Evidence> evidence, Predicate<String> sentences) {
    return TopicSentences.rank(evidence, QuestionKind.TIMELINE, null, sentences);
  }

  private static Found found(
      Question topic, RetrievalResult retrieved, List<CandidateSentence> ranked) {
    double margin = PlanSettings.of(QuestionKind.TIMELINE).margin();
    var candidates = Candidates.notCited(ranked, topic, margin);
    double least = candidates.isEmpty() ? 0 : candidates.getFirst().score() - margin;
    var good = candidates.stream().filter(candidate -> candidate.score() >= least).toList();
    return new Found(retrieved, good, TimelineEvents.of(good));
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
