package org.dossier.answer.extraction;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.dossier.question.Period;
import org.dossier.question.Question;
import org.dossier.retrieval.Evidence;
import org.dossier.retrieval.RetrievalResult;
import org.dossier.retrieval.Retriever;
import org.dossier.retrieval.TimePreference;
import org.dossier.search.Filters;
import org.dossier.text.date.DateFinder;
import org.dossier.text.date.DateMention;
import org.dossier.text.date.DateRange;
import org.jspecify.annotations.Nullable;

/// Finds evidence for a question, from its period if it has one.
final class EvidenceFinder {
  /// The articles of the newest day and of this number of days before it are the newest ones.
  private static final int NEWEST_DAYS = 6;

  /// The fused score that a passage of the newest articles gains.
  private static final double PASSAGE_OF_NEWEST = 0.15;

  /// With this number of passages that were published in a period, those that only name it are left
  /// out: much of what they say is of other times.
  private static final int ENOUGH_PUBLISHED = 6;

  private final Retriever retriever;

  EvidenceFinder(Retriever retriever) {
    this.retriever = retriever;
  }

  /// The evidence for the reader model.
  ///
  /// @param thorough true to read more of the articles, for an answer that need not have words of
  ///   the question
  RetrievalResult forReader(Question question, TimePreference timePreference, boolean thorough) {
    var depth = thorough ? retriever.forThoroughReading() : retriever.forReader();
    return retriever.retrieve(question, depth, timePreference);
  }

  /// The same for a question that asks for the present: passages of the newest articles that are
  /// about it are preferred, as those of a period are. They are searched for among more passages
  /// than the reader reads.
  ///
  /// If they are less relevant than the others, the time makes no difference.
  RetrievalResult forReaderOfNewest(Question question, boolean thorough) {
    var anyTime = retriever.retrieve(question, EventSearch.DEPTH);
    var newest =
        NewestEvidence.among(anyTime.evidence()).stream()
            .map(evidence -> evidence.source().article().published())
            .filter(Objects::nonNull)
            .max(Comparator.naturalOrder());
    var period = newest.map(day -> new DateRange(day.minusDays(NEWEST_DAYS), day)).orElse(null);
    var found =
        forReader(
            question,
            new TimePreference(question.askedOn(), 0, period, PASSAGE_OF_NEWEST, 0),
            thorough);
    return Relevance.of(found) < Relevance.of(anyTime)
        ? forReader(question, TimePreference.none(question.askedOn()), thorough)
        : found;
  }

  /// The passages of the newest articles on a topic, newest first.
  ///
  /// @param period they are published before its end; `null` for no limit
  RetrievalResult ofNewest(Question question, @Nullable Period period) {
    var within = period == null ? question.filters() : until(question, period);
    var retrieved = retriever.retrieve(question.withFilters(within), EventSearch.DEPTH);
    var newest = NewestEvidence.among(retrieved.evidence());
    var later = later(question.withFilters(within), newest);
    return retrieved.withEvidence(later.isEmpty() ? newest : NewestEvidence.among(later));
  }

  /// The passages of later articles with the topic in their headline: where many articles are about
  /// the topic, the newest ones may not be among those that are searched regardless of the time.
  private List<Evidence> later(Question question, List<Evidence> newest) {
    return newest.stream()
        .map(evidence -> evidence.source().article().published())
        .filter(Objects::nonNull)
        .max(Comparator.naturalOrder())
        .filter(day -> day.isBefore(question.askedOn()))
        .flatMap(
            day -> question.filters().within(new DateRange(day.plusDays(1), question.askedOn())))
        .map(filters ->
            retriever.retrieve(question.withFilters(filters), EventSearch.DEPTH).evidence())
        .map(evidence -> NewestEvidence.inHeadline(evidence, question.searchText()))
        .orElse(List.of());
  }

  private static Filters until(Question question, Period period) {
    return question.filters().publishedUntil(period.range().to());
  }

  /// The evidence for a topic, without the reader model. With a period, passages that were
  /// published in it or name a date in it; without such passages, those of other times.
  ///
  /// @param onlyPublished true to leave out what only names the period if anything was published in
  ///   it; false to do so if several passages were
  RetrievalResult forTopic(Question question, @Nullable Period period, boolean onlyPublished) {
    var depth = retriever.forTopic();
    var anyTime = retriever.retrieve(question, depth);
    if (period == null) {
      return anyTime;
    }
    var evidence = new ArrayList<Evidence>();
    question
        .filters()
        .within(period.range())
        .map(filters -> retriever.retrieve(question.withFilters(filters), depth).evidence())
        .ifPresent(evidence::addAll);
    boolean isEnough = onlyPublished ? !evidence.isEmpty() : isEnough(evidence, anyTime.evidence());
    if (!isEnough) {
      anyTime.evidence().stream().filter(passage -> names(period, passage)).forEach(evidence::add);
    }
    return evidence.isEmpty() ? anyTime : anyTime.withEvidence(ranked(evidence, depth.passages()));
  }

  /// True if several of the published passages are about the question as much as those of any time.
  private static boolean isEnough(List<Evidence> published, List<Evidence> anyTime) {
    double best = anyTime.stream().mapToDouble(Relevance::contextCoverage).max().orElse(0);
    return published.stream()
            .filter(evidence ->
                Relevance.contextCoverage(evidence) >= NewestEvidence.RELEVANT_COVERAGE * best)
            .count()
        >= ENOUGH_PUBLISHED;
  }

  /// The passages published in the period; or else those that name a date in it. If that is empty
  /// too, the newest articles before its end, for "What happened last week?" asked of an archive
  /// that ends earlier.
  RetrievalResult ofPeriod(Question question, Period period) {
    var found = forTopic(question, period, true);
    boolean isWithin = found.evidence().stream().anyMatch(passage -> names(period, passage));
    return isWithin ? found : newest(question, period).orElse(found);
  }

  private Optional<RetrievalResult> newest(Question question, Period period) {
    var filters = until(question, period);
    return retriever
        .newestPublication(filters)
        .flatMap(day -> filters.within(new DateRange(day.minusDays(NEWEST_DAYS), day)))
        .map(within -> retriever.retrieve(question.withFilters(within), retriever.forTopic()))
        .filter(retrieved -> !retrieved.evidence().isEmpty());
  }

  /// The passages of several retrievals, each once, by their fused scores.
  static List<Evidence> ranked(List<Evidence> evidence, int limit) {
    var seen = new HashSet<Object>();
    var distinct =
        evidence.stream()
            .filter(e -> seen.add(List.of(e.source().article().id(), e.passage().span())))
            .sorted(
                Comparator.comparingDouble((Evidence e) -> e.scores().fused())
                    .reversed()
                    .thenComparing(e -> e.source().article().id())
                    .thenComparingInt(e -> e.passage().ordinal()))
            .limit(limit)
            .toList();
    var ranked = new ArrayList<Evidence>();
    distinct.forEach(e -> ranked.add(e.withRank(ranked.size() + 1)));
    return ranked;
  }

  /// True if the passage was published in the period, or names a date that overlaps it.
  static boolean names(Period period, Evidence evidence) {
    var published = evidence.source().article().published();
    return period.isDuring(published) || names(period, evidence.text(), published);
  }

  /// True if the text names a date that overlaps the period.
  static boolean names(Period period, String text, @Nullable LocalDate published) {
    return DateFinder.find(text, published).stream()
        .map(DateMention::range)
        .anyMatch(days -> days != null && period.overlaps(days));
  }
}
