package org.dossier.answer;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;

/// Chooses the sentences that answer together and puts them in order.
final class ExtractiveSelector {
  /// Two sentences that share more of their terms than this say the same.
  private static final double SAME = 0.6;

  private final AnswerConfig config;

  ExtractiveSelector(AnswerConfig config) {
    this.config = config;
  }

  /// The best sentence and those that add something to it, the asked-for thing first: what answers
  /// in words that stand there already adds nothing.
  ///
  /// @param read best first, at least one
  List<Candidate> choose(List<Candidate> read) {
    var best = read.getFirst();
    var chosen = new ArrayList<>(List.of(best));
    for (var candidate : read.subList(1, read.size())) {
      if (chosen.size() == config.maxStatements()) {
        break;
      }
      if (candidate.score() >= best.score() - gap(candidate, chosen)
          && chosen.stream().allMatch(other -> addsTo(other, candidate))) {
        chosen.add(candidate);
      }
    }
    return inOrder(chosen);
  }

  private static boolean addsTo(Candidate chosen, Candidate candidate) {
    return candidate.likeness(chosen) < SAME && !chosen.says(candidate.words());
  }

  private double gap(Candidate candidate, List<Candidate> chosen) {
    boolean cited =
        chosen.stream().anyMatch(other -> other.articleId().equals(candidate.articleId()));
    return cited ? config.scoreMargin().sameArticle() : config.scoreMargin().otherArticle();
  }

  /// The best sentence's article leads; within an article its own order, but a sentence that
  /// carries the asked-for thing stands before those that do not.
  private static List<Candidate> inOrder(List<Candidate> chosen) {
    var byArticle = new LinkedHashMap<String, List<Candidate>>();
    for (var candidate : chosen) {
      byArticle.computeIfAbsent(candidate.articleId(), id -> new ArrayList<>()).add(candidate);
    }
    byArticle
        .values()
        .forEach(sentences ->
            sentences.sort(
                Comparator.comparingDouble((Candidate c) -> -c.features().askedFor())
                    .thenComparing(Candidate::span)));
    return byArticle.values().stream().flatMap(List::stream).toList();
  }
}
