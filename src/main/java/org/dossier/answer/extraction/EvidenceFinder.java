package org.dossier.answer.extraction;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import org.dossier.question.Period;
import org.dossier.question.Question;
import org.dossier.retrieval.Evidence;
import org.dossier.retrieval.RetrievalResult;
import org.dossier.retrieval.Retriever;
import org.dossier.retrieval.TimePreference;
import org.dossier.text.date.DateFinder;
import org.dossier.text.date.DateMention;
import org.jspecify.annotations.Nullable;

/// Finds evidence for a question, from its period if it has one.
final class EvidenceFinder {
  private final Retriever retriever;

  EvidenceFinder(Retriever retriever) {
    this.retriever = retriever;
  }

  /// The evidence for the reader model.
  RetrievalResult forReader(Question question, TimePreference timePreference) {
    return retriever.retrieve(question, retriever.forReader(), timePreference);
  }

  /// The evidence for a topic, without the reader model. With a period, passages that were
  /// published in it or name a date in it; without such passages, those of other times.
  ///
  /// @param onlyPublished true to leave out what only names the period if anything was published in
  ///   it
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
