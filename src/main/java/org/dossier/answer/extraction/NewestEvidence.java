package org.dossier.answer.extraction;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.dossier.retrieval.Evidence;
import org.dossier.text.FunctionWords;
import org.dossier.text.name.MentionWord;

/// Finds the passages of the newest articles among those that are about the question.
final class NewestEvidence {
  /// How far the fused score of a relevant passage may be below the best one, and the share of the
  /// best coverage that it needs.
  private static final double RELEVANT_MARGIN = 0.1;

  static final double RELEVANT_COVERAGE = 0.6;

  /// The newest evidence consists of the articles of the newest days that have this number of
  /// sentences.
  private static final int ENOUGH_SENTENCES = 4;

  private NewestEvidence() {}

  /// The passages of the newest articles among the relevant ones, newest first; all of `evidence`
  /// if no relevant one has a date.
  static List<Evidence> among(List<Evidence> evidence) {
    double best = evidence.stream().mapToDouble(e -> e.scores().fused()).max().orElse(0);
    double coverage = evidence.stream().mapToDouble(Relevance::contextCoverage).max().orElse(0);
    var relevant =
        evidence.stream()
            .filter(e -> e.source().article().published() != null)
            .filter(e -> e.scores().fused() >= best - RELEVANT_MARGIN)
            .filter(e -> Relevance.contextCoverage(e) >= RELEVANT_COVERAGE * coverage)
            .toList();
    var newest = new ArrayList<Evidence>();
    var days =
        relevant.stream()
            .map(NewestEvidence::published)
            .distinct()
            .sorted(Comparator.reverseOrder())
            .toList();
    for (var day : days) {
      newest.addAll(relevant.stream().filter(e -> published(e).equals(day)).toList());
      if (sentences(newest) >= ENOUGH_SENTENCES) {
        break;
      }
    }
    return newest.isEmpty() ? evidence : newest;
  }

  /// The passages of articles with all words of the topic in their headline.
  static List<Evidence> inHeadline(List<Evidence> evidence, String topic) {
    var words =
        keys(topic).stream()
            .filter(word -> !FunctionWords.isFunction(word))
            .collect(Collectors.toSet());
    return words.isEmpty()
        ? List.of()
        : evidence.stream()
            .filter(e -> keys(e.source().article().headline()).containsAll(words))
            .toList();
  }

  private static Set<String> keys(String text) {
    return MentionWord.of(text).stream().map(MentionWord::key).collect(Collectors.toSet());
  }

  private static int sentences(List<Evidence> evidence) {
    return evidence.stream().mapToInt(e -> e.analyzedSentences().size()).sum();
  }

  private static LocalDate published(Evidence evidence) {
    return Objects.requireNonNull(evidence.source().article().published());
  }
}
