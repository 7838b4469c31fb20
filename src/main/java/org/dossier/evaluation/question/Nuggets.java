package org.dossier.evaluation.question;

import java.util.List;

/// The key facts that a good reply contains, each as alternative wordings ("nuggets": Voorhees,
/// 2003). A wording is found as it is written, except for case, white space and the form of
/// quotation marks.
///
/// @param groups each a list of alternatives; empty if not stated
public record Nuggets(List<List<String>> groups) {
  /// @throws IllegalArgumentException for a group without alternatives
  public Nuggets {
    groups = groups.stream().map(List::copyOf).toList();
    if (groups.stream().anyMatch(List::isEmpty)) {
      throw new IllegalArgumentException("a nugget without alternatives");
    }
  }

  boolean isEmpty() {
    return groups.isEmpty();
  }

  int size() {
    return groups.size();
  }

  /// The number of nuggets of which `text` contains an alternative.
  int countIn(String text) {
    var folded = FoldedText.of(text);
    return (int)
        groups.stream()
            .filter(
                group -> group.stream().anyMatch(words -> folded.contains(FoldedText.of(words))))
            .count();
  }

  /// True if `text` contains an alternative of each nugget.
  boolean areAllIn(String text) {
    return countIn(text) == groups.size();
  }
}
