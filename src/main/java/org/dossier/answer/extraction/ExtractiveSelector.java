package org.dossier.answer.extraction;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;

/// Chooses the sentences that form an answer, and orders them.
public final class ExtractiveSelector {
  /// Two sentences that share more of their terms than this are duplicates.
  private static final double DUPLICATE_SIMILARITY = 0.6;

  private final AnswerConfig config;

  public ExtractiveSelector(AnswerConfig config) {
    this.config = config;
  }

  /// The best sentence and those that add something to it. A sentence adds nothing if a chosen one
  /// already contains its answer words.
  ///
  /// @param read best first, at least one
  public List<CandidateSentence> choose(List<CandidateSentence> read) {
    var best = read.getFirst();
    var chosen = new ArrayList<>(List.of(best));
    for (var candidateSentence : read.subList(1, read.size())) {
      if (chosen.size() == config.maxStatements()) {
        break;
      }
      if (candidateSentence.score() >= best.score() - gap(candidateSentence, chosen)
          && chosen.stream().allMatch(other -> addsSomethingTo(other, candidateSentence))) {
        chosen.add(candidateSentence);
      }
    }
    return inOrder(chosen);
  }

  private static boolean addsSomethingTo(
      CandidateSentence chosen, CandidateSentence candidateSentence) {
    return candidateSentence.similarity(chosen) < DUPLICATE_SIMILARITY
        && !chosen.contains(candidateSentence.words());
  }

  private double gap(CandidateSentence candidateSentence, List<CandidateSentence> chosen) {
    boolean cited =
        chosen.stream().anyMatch(other -> other.articleId().equals(candidateSentence.articleId()));
    return cited ? config.scoreMargin().sameArticle() : config.scoreMargin().otherArticle();
  }

  /// The article of the best sentence comes first. The sentences of an article keep its order,
  /// except that those with a thing of the kind asked for come first.
  private static List<CandidateSentence> inOrder(List<CandidateSentence> chosen) {
    var byArticle = new LinkedHashMap<String, List<CandidateSentence>>();
    for (var candidateSentence : chosen) {
      byArticle
          .computeIfAbsent(candidateSentence.articleId(), id -> new ArrayList<>())
          .add(candidateSentence);
    }
    byArticle
        .values()
        .forEach(sentences ->
            sentences.sort(
                Comparator.comparingDouble((CandidateSentence c) -> -c.features().answerType())
                    .thenComparing(CandidateSentence::span)));
    return byArticle.values().stream().flatMap(List::stream).toList();
  }
}
