package org.dossier.benchmark;

import java.util.List;
import org.dossier.archive.Article;

/// A way to keep articles and to find their passages, empty or with what a folder keeps of it. All
/// of them embed by the same model, cut articles into passages of about the same length, and have
/// the article's title, publisher and date in front of each. For one thread.
interface Contestant extends AutoCloseable {
  /// How many passages a search asks for.
  int PASSAGES = 10;

  /// Takes articles in, from their text to passages that can be found in every way there is.
  ///
  /// @return how many passages that made
  int takeIn(List<Article> articles);

  /// Takes passages in whose vectors are given.
  void fill(Synthetic passages);

  /// The passages that may answer, best first, in the way recommended for it; the question's
  /// embedding is part of it.
  ///
  /// @return the words of each passage, without what was put in front
  List<String> find(String question);

  /// The passages with the nearest vectors, nearest first, after [#fill].
  ///
  /// @return the number of each
  List<Integer> nearest(float[] question);

  @Override
  void close();
}
