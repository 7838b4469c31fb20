package org.dossier.search;

import java.util.List;
import org.dossier.text.Span;

/// A passage that was found. Its words are not here: they are the article's, in the archive.
///
/// The natural order is best first: by score, then by article and place in it, so that the same
/// passages always come in the same order.
///
/// @param articleId whose passage it is
/// @param version the version of the article that the offsets belong to
/// @param ordinal which of the article's passages, from 0
/// @param span from the first sentence's start to the last one's end, in the article's text
/// @param sentences in reading order; never empty
/// @param score how well it fits; what it means depends on the search
public record Hit(
    String articleId, String version, int ordinal, Span span, List<Span> sentences, float score)
    implements Comparable<Hit> {
  public Hit {
    sentences = List.copyOf(sentences);
    if (sentences.isEmpty() || Float.isNaN(score)) {
      throw new IllegalArgumentException(
          "a hit has sentences and a score: %s#%d, %s".formatted(articleId, ordinal, score));
    }
  }

  /// Whether both are the same passage of the same version, whatever their scores.
  public boolean samePassage(Hit other) {
    return ordinal == other.ordinal
        && articleId.equals(other.articleId)
        && version.equals(other.version);
  }

  @Override
  public int compareTo(Hit other) {
    int byScore = Float.compare(other.score, score);
    if (byScore != 0) {
      return byScore;
    }
    int byArticle = articleId.compareTo(other.articleId);
    return byArticle != 0 ? byArticle : Integer.compare(ordinal, other.ordinal);
  }
}
