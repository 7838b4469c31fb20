package org.dossier.question;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.dossier.search.IndexSnapshot;
import org.dossier.search.SimilarWord;

/// The ways in which the archive writes one word: "nuclear", and "Nuclear" in titles.
///
/// @param all never empty
record WrittenForms(List<SimilarWord> all) {
  private static final double MIN_SHARE_OF_NAME = 0.8;

  WrittenForms {
    all = List.copyOf(all);
  }

  /// The forms of `word`; empty if the archive does not contain it.
  static Optional<WrittenForms> of(String word, IndexSnapshot indexSnapshot) {
    var forms = indexSnapshot.similarWords(word, 0, null);
    return forms.isEmpty() ? Optional.empty() : Optional.of(new WrittenForms(forms));
  }

  /// The number of articles with one of the forms; an article with two of them counts twice.
  int articles() {
    return articles(all);
  }

  /// The share of the forms that begin with a capital.
  double shareOfCapitals() {
    return (double) articles(capitalized()) / articles();
  }

  /// True if the word is seldom written with a small letter.
  boolean isName() {
    return shareOfCapitals() >= MIN_SHARE_OF_NAME;
  }

  /// The most frequent form.
  String usual() {
    return mostFrequent(all);
  }

  /// The most frequent form that begins with a capital; one must exist.
  String usualCapitalized() {
    return mostFrequent(capitalized());
  }

  private List<SimilarWord> capitalized() {
    return all.stream().filter(form -> Character.isUpperCase(form.text().codePointAt(0))).toList();
  }

  private static int articles(List<SimilarWord> forms) {
    return forms.stream().mapToInt(SimilarWord::articles).sum();
  }

  private static String mostFrequent(List<SimilarWord> forms) {
    return forms.stream().max(Comparator.comparingInt(SimilarWord::articles)).orElseThrow().text();
  }
}
