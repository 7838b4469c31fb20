package org.dossier.evaluation.question;

import java.util.ArrayList;
import java.util.List;

/// The words that a correct answer contains: one alternative of every group.
public final class ExpectedAnswers {
  private final List<List<String>> groups;
  private final List<List<NormalizedText>> normalized;

  /// @param groups each a list of alternatives; no groups if the words are not known
  /// @throws IllegalArgumentException for an alternative without letters or digits, or a group
  ///   without alternatives
  public ExpectedAnswers(List<List<String>> groups) {
    this.groups = groups.stream().map(List::copyOf).toList();
    this.normalized = this.groups.stream().map(ExpectedAnswers::normalize).toList();
  }

  private static List<NormalizedText> normalize(List<String> alternatives) {
    if (alternatives.isEmpty()) {
      throw new IllegalArgumentException("an answer without alternatives");
    }
    var plain = new ArrayList<NormalizedText>();
    for (var alternative : alternatives) {
      var words = NormalizedText.of(alternative);
      if (words.isEmpty()) {
        throw new IllegalArgumentException("“" + alternative + "” contains no letters or digits");
      }
      plain.add(words);
    }
    return plain;
  }

  public boolean isEmpty() {
    return groups.isEmpty();
  }

  /// The groups as stated in the set.
  public List<List<String>> groups() {
    return groups;
  }

  /// True if `texts` together contain everything that is expected, each group within one text.
  public boolean isContainedIn(List<String> texts) {
    return rank(texts) > 0;
  }

  /// The number of `texts`, taken from the first, that together contain everything that is
  /// expected; 0 if all of them do not, or nothing is expected.
  public int rank(List<String> texts) {
    if (groups.isEmpty()) {
      return 0;
    }
    var missing = new ArrayList<>(normalized);
    for (int i = 0; i < texts.size(); i++) {
      var text = NormalizedText.of(texts.get(i));
      missing.removeIf(alternatives -> alternatives.stream().anyMatch(text::contains));
      if (missing.isEmpty()) {
        return i + 1;
      }
    }
    return 0;
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof ExpectedAnswers that && groups.equals(that.groups);
  }

  @Override
  public int hashCode() {
    return groups.hashCode();
  }

  @Override
  public String toString() {
    return groups.toString();
  }
}
