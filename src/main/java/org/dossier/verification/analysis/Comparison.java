package org.dossier.verification.analysis;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/// A comparison with "than": "Lune is larger than Ousel".
///
/// @param word the comparative, or "more", "less", "fewer", in lower case
/// @param left the stems of the content words before it and up to "than"
/// @param right those after "than"
public record Comparison(String word, Set<String> left, Set<String> right) {
  private static final String THAN = "than";
  private static final Set<String> AMOUNTS = Set.of("more", "less", "fewer");

  /// The number of words on each side of "than" in which the compared things are looked for.
  private static final int LEFT_WINDOW = 14;

  private static final int RIGHT_WINDOW = 6;

  /// The number of words before "than" in which the comparative is looked for.
  private static final int COMPARATIVE_WINDOW = 5;

  /// The comparisons of a text. "More than 500" is no comparison.
  public static List<Comparison> findAll(List<Word> words) {
    return IntStream.range(1, words.size() - 1)
        .filter(at -> words.get(at).lower().equals(THAN))
        .filter(at -> !Character.isDigit(words.get(at + 1).lower().codePointAt(0)))
        .boxed()
        .flatMap(at -> of(words, at))
        .toList();
  }

  private static Stream<Comparison> of(List<Word> words, int than) {
    var left = words.subList(Math.max(0, than - LEFT_WINDOW), than);
    var right = words.subList(than + 1, Math.min(words.size(), than + 1 + RIGHT_WINDOW));
    int clause = words.get(than).clause();
    return left.reversed().stream()
        .limit(COMPARATIVE_WINDOW)
        .filter(Comparison::isComparative)
        .limit(1)
        .map(word ->
            new Comparison(
                word.lower(),
                stems(left),
                stems(right.stream().takeWhile(next -> next.clause() == clause).toList())));
  }

  private static Set<String> stems(List<Word> words) {
    return words.stream()
        .filter(Word::isContentWord)
        .map(Word::stem)
        .collect(Collectors.toUnmodifiableSet());
  }

  private static boolean isComparative(Word word) {
    return AMOUNTS.contains(word.lower()) || (word.lower().endsWith("er") && !word.capital());
  }

  /// True if the two compare the same things in the same order.
  public boolean isParallel(Comparison other) {
    return sharesOnly(right, other.right, other.left);
  }

  /// True if the things compared have changed sides.
  public boolean isReversed(Comparison other) {
    return !isParallel(other)
        && sharesOnly(right, other.left, other.right)
        && sharesOnly(other.right, left, right);
  }

  /// True if a stem is a form of one of `others`, and of none of `excluded`.
  private static boolean sharesOnly(Set<String> stems, Set<String> others, Set<String> excluded) {
    return stems.stream().anyMatch(stem -> hasForm(others, stem) && !hasForm(excluded, stem));
  }

  private static boolean hasForm(Set<String> stems, String stem) {
    return stems.stream()
        .anyMatch(other -> LightStemmer.areForms(stem, other) || NameVariants.areSame(stem, other));
  }

  /// True if the opposites `one` and `other` compare the same things in the opposite order, and so
  /// say the same: "Lune is larger than Ousel" and "Ousel is smaller than Lune".
  static boolean saysTheSame(List<Word> statement, String one, List<Word> cited, String other) {
    return findAll(statement).stream()
        .filter(own -> LightStemmer.of(own.word).equals(one))
        .anyMatch(own ->
            findAll(cited).stream()
                .anyMatch(
                    there -> LightStemmer.of(there.word).equals(other) && own.isReversed(there)));
  }
}
