package org.dossier.search;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedSet;
import org.dossier.text.entity.EntityKey;
import org.jspecify.annotations.Nullable;

/// The state of an index after one change of the archive: every call on a snapshot reads the same
/// passages, regardless of concurrent writes. For one thread at a time.
public interface IndexSnapshot extends AutoCloseable {

  /// The sequence of the newest change of the archive that the snapshot contains; 0 before the
  /// first.
  long generation();

  /// The number of passages.
  int passages();

  /// The number of passages that have a vector.
  int vectors();

  default boolean isEmpty() {
    return passages() == 0;
  }

  /// The ids of all indexed articles, with or without passages.
  SortedSet<String> articles();

  /// The indexed passages of one article in reading order; empty for an unknown article.
  List<IndexedPassage> passagesOf(String article);

  /// The best `k` passages for the words of `question` by BM25, best first. Passages without any of
  /// the words are not found. `question` may be in any language: it is analyzed for each language
  /// that passages are written in.
  List<Hit> searchLexical(String question, Filters filters, int k);

  /// The best `k` passages by the cosine of their vectors with `question`, best first. Passages
  /// without a vector are not found.
  ///
  /// @param question of length 1, from the embedding model of the index
  List<Hit> searchVector(float[] question, Filters filters, int k);

  /// The score of [#searchLexical] for each of `hits`, in their order; 0 for a passage without any
  /// of the words.
  ///
  /// @param hits of this snapshot
  double[] lexicalScores(List<Hit> hits, String question);

  /// The cosine of each of `hits` with `question`, in their order; NaN for a passage without a
  /// vector.
  ///
  /// @param hits of this snapshot
  double[] cosines(List<Hit> hits, float[] question);

  /// The language of each of `hits`, in their order: a BCP 47 tag, or `cjk` for Chinese, Japanese
  /// and Korean, or `und`.
  ///
  /// @param hits of this snapshot
  List<String> languages(List<Hit> hits);

  /// The exact number of the articles of `query`.
  ///
  /// @param properties by which the articles are counted as well
  ArticleCount count(ArticleQuery query, List<ArticleGroups.Property> properties);

  /// The number of articles with a passage that contains all words of `question`, in any
  /// inflection; the title, the publisher and the month of publication belong to every passage.
  ///
  /// @param properties by which the articles are counted as well
  ArticleCount countFound(
      String question, Filters filters, List<ArticleGroups.Property> properties);

  /// The articles of `query`, in the order of [ListedArticle], at most `limit`.
  ///
  /// @param after the last article before them; `null` to begin with the first
  List<ListedArticle> list(ArticleQuery query, @Nullable ListedArticle after, int limit);

  /// The number of articles that have each of the terms that begin with one of `prefixes`, in no
  /// particular order.
  ///
  /// @param prefixes of [org.dossier.text.entity.EntityKey#prefix]
  Map<EntityKey, Long> entityKeys(Set<String> prefixes);

  /// The inverse document frequency of a term: ln(1 + (N - n + 0.5) / (n + 0.5)), where N is the
  /// number of passages in `language` and n the number of those whose own text has the term. Rarer
  /// terms have greater values. Never negative.
  ///
  /// @param term its [Term#text()]
  /// @param language a BCP 47 tag; `null` to detect it by the script of the term
  double idf(String term, @Nullable String language);

  /// Returns whether `word` occurs in the texts, titles or publishers of the archive, in any
  /// inflection, or is a stop word of one of its languages.
  boolean isKnown(String word);

  /// The words of the archive that differ from `word` in at most `maxEdits` letters, each in all of
  /// its written forms, in alphabetical order. A letter is inserted, omitted, replaced, or
  /// exchanged with the next one. Case and accents make no difference: the forms of `word` itself
  /// are left out. With two edits the first letters are the same.
  ///
  /// @param maxEdits 0 to 2; 0 for the forms of `word` only
  /// @param language the language of `word`, a BCP 47 tag; `null` to detect it by the script.
  ///   Passages in other languages count only if the archive has none in this one
  List<SimilarWord> similarWords(String word, int maxEdits, @Nullable String language);

  /// Releases the resources of the snapshot. A second call has no effect.
  @Override
  void close();
}
