package org.dossier.search;

import java.time.LocalDate;
import java.util.List;
import org.dossier.text.Span;
import org.jspecify.annotations.Nullable;

/// A passage found by a search, without its text: that is in the archive.
///
/// The natural order is best first: by score, then by article and place in it, so that the order of
/// the same passages is always the same.
///
/// @param articleId the id of its article
/// @param version the version of the article that the offsets refer to
/// @param published the day of publication of the article; `null` if unknown
/// @param ordinal its number among the article's passages, from 0
/// @param span from the first sentence's start to the last one's end, in the article's text
/// @param sentences in reading order; never empty
/// @param score higher is better; its meaning depends on the search
public record Hit(
    String articleId,
    String version,
    @Nullable LocalDate published,
    int ordinal,
    Span span,
    List<Span> sentences,
    float score)
    implements Comparable<Hit> {
  public Hit {
    sentences = List.copyOf(sentences);
    if (sentences.isEmpty() || Float.isNaN(score)) {
      throw new IllegalArgumentException(
          "a hit has sentences and a score: %s#%d, %s".formatted(articleId, ordinal, score));
    }
  }

  /// Returns whether both are the same passage of the same version, regardless of their scores.
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
