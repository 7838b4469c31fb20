package org.dossier.answer.extraction;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import org.dossier.question.Question;
import org.dossier.retrieval.Evidence;
import org.dossier.retrieval.RetrievalDepth;
import org.dossier.retrieval.RetrievalResult;
import org.dossier.retrieval.Retriever;
import org.dossier.search.Filters;
import org.dossier.text.date.DateFinder;
import org.dossier.text.date.DateRange;
import org.jspecify.annotations.Nullable;

/// Finds evidence for a question, from its period if it has one.
final class EvidenceFinder {
  private final Retriever retriever;

  EvidenceFinder(Retriever retriever) {
    this.retriever = retriever;
  }

  RetrievalDepth forReader() {
    return retriever.forReader();
  }

  RetrievalDepth forTopic() {
    return retriever.forTopic();
  }

  /// The evidence for `question`. With a period, passages that were published in it or name a date
  /// in it; without such passages, those of other times.
  ///
  /// @param onlyPublished true to leave out what only names the period if anything was published in
  ///   it
  RetrievalResult find(
      Question question, @Nullable DateRange period, boolean onlyPublished, RetrievalDepth depth) {
    var anyTime = retriever.retrieve(question, depth);
    if (period == null) {
      return anyTime;
    }
    var evidence = new ArrayList<Evidence>();
    narrow(question.filters(), period)
        .map(filters -> retriever.retrieve(question.withFilters(filters), depth).evidence())
        .ifPresent(evidence::addAll);
    if (!onlyPublished || evidence.isEmpty()) {
      anyTime.evidence().stream().filter(passage -> names(period, passage)).forEach(evidence::add);
    }
    return evidence.isEmpty() ? anyTime : anyTime.withEvidence(ranked(evidence, depth.passages()));
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
  static boolean names(DateRange period, Evidence evidence) {
    var published = evidence.source().article().published();
    return (published != null && period.contains(published))
        || DateFinder.find(evidence.text(), published).stream()
            .anyMatch(date -> date.range() != null && date.range().overlaps(period));
  }

  /// The filters with the period as a further condition; empty if they exclude each other.
  private static Optional<Filters> narrow(Filters filters, DateRange period) {
    var from = later(filters.publishedFrom(), period.from());
    var to = earlier(filters.publishedTo(), period.to());
    return from.isAfter(to)
        ? Optional.empty()
        : Optional.of(new Filters(from, to, filters.publishers()));
  }

  private static LocalDate later(@Nullable LocalDate a, LocalDate b) {
    return a == null || a.isBefore(b) ? b : a;
  }

  private static LocalDate earlier(@Nullable LocalDate a, LocalDate b) {
    return a == null || a.isAfter(b) ? b : a;
  }
}
