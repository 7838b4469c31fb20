package org.dossier.benchmark;

import java.util.List;
import org.dossier.archive.Article;

/// A way to store articles and to find their passages, opened empty or with the contents of a
/// folder. All contestants embed with the same model, split articles into passages of about the
/// same length, and put the article's title, publisher and date before each passage. For one
/// thread.
interface Contestant extends AutoCloseable {
  /// The number of passages that a search requests.
  int PASSAGES = 10;

  /// Ingests articles, from their text to passages that every search method can find.
  ///
  /// @return number of passages
  int ingest(List<Article> articles);

  /// Ingests passages with given vectors.
  void fill(Synthetic passages);

  /// Searches for passages that may contain the answer, best first, with the recommended method of
  /// the contestant, including the embedding of the question.
  ///
  /// @return the text of each passage, without the text put before it
  List<String> find(String question);

  /// Searches for the passages with the most similar vectors, best first, after [#fill].
  ///
  /// @return the number of each passage
  List<Integer> nearest(float[] question);

  @Override
  void close();
}
