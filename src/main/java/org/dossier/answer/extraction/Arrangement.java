package org.dossier.answer.extraction;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import org.dossier.archive.Article;
import org.dossier.text.date.DateRange;
import org.jspecify.annotations.Nullable;

/// The order of the sentences of an answer.
final class Arrangement {
  private Arrangement() {}

  /// The best sentence, then the others of its article in reading order, then those of other
  /// articles.
  ///
  /// @param chosen best first, at least one
  static List<CandidateSentence> bestFirst(List<CandidateSentence> chosen) {
    var ordered = new ArrayList<>(List.of(chosen.getFirst()));
    byArticle(chosen).stream().filter(c -> !ordered.contains(c)).forEach(ordered::add);
    return ordered;
  }

  /// By the days that the sentences name, then by the time of publication.
  static List<CandidateSentence> byDay(List<CandidateSentence> chosen) {
    return chosen.stream()
        .sorted(
            Comparator.comparing(Arrangement::day, Comparator.nullsLast(Comparator.naturalOrder()))
                .thenComparing(c -> c.evidence().source().article(), Article.BY_PUBLICATION)
                .thenComparing(CandidateSentence::articleId)
                .thenComparing(CandidateSentence::span))
        .toList();
  }

  private static List<CandidateSentence> byArticle(List<CandidateSentence> chosen) {
    var byArticle = new LinkedHashMap<String, List<CandidateSentence>>();
    for (var sentence : chosen) {
      byArticle.computeIfAbsent(sentence.articleId(), id -> new ArrayList<>()).add(sentence);
    }
    byArticle.values().forEach(list -> list.sort(Comparator.comparing(CandidateSentence::span)));
    return byArticle.values().stream().flatMap(List::stream).toList();
  }

  /// The first day of the event that the sentence is about.
  static @Nullable LocalDate day(CandidateSentence sentence) {
    return TimelineEvents.days(sentence).map(DateRange::from).orElse(null);
  }
}
