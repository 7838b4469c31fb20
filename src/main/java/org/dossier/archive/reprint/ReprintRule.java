package org.dossier.archive.reprint;

import java.net.URI;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import java.util.Objects;
import org.dossier.archive.Article;
import org.jspecify.annotations.Nullable;

/// Decides whether two articles with similar texts are one text in two places.
///
/// The measure is the overlap: the share of the words of the longer text that both have in the same
/// order. It is lowered by each word that was exchanged, inserted or cut. The required overlap
/// depends on the publishers, because no one threshold separates the two cases: another publisher
/// prints the text of an agency with up to 40 % of its words changed, and one publisher repeats
/// half of an article in the next article on the same event.
final class ReprintRule {
  // Between the greatest overlap of two articles on one event by different publishers (0.27 in an
  // archive of 1,585 news articles) and the least of edited reprints (0.42 with 40 % replaced).
  private static final double OTHER_PUBLISHER = 0.38;

  private static final double SAME_PUBLISHER = 0.6;
  private static final double SAME_PUBLISHER_LATER = 0.75;

  /// Without publishers, most texts are no news, and pages made from one template overlap most.
  private static final double UNKNOWN_PUBLISHER = 0.9;

  /// The share of the numbers that both texts have. Texts made from one template differ in it.
  private static final double NUMBERS = 0.4;

  private static final double NUMBERS_UNKNOWN_PUBLISHER = 0.95;

  /// The share of the words of the shorter headline that both have.
  private static final double HEADLINE = 0.75;

  /// A publisher revises an article for about two days; later it is another article.
  private static final long DAYS = 2;

  /// Shorter texts of one publisher may consist of what its pages have in common.
  private static final int SHORT = 120;

  private ReprintRule() {}

  /// An article with the words of its text.
  record Candidate(Article article, ContentWords words) {
    Candidate(Article article) {
      this(article, ContentWords.of(article.text()));
    }
  }

  /// The overlap of two texts, 0 to 1.
  static double overlap(ContentWords one, ContentWords other) {
    int longer = Math.max(one.size(), other.size());
    return longer == 0
        ? 0
        : (double) CommonSubsequence.length(one.hashes(), other.hashes()) / longer;
  }

  /// The overlap of the two if one of them is a reprint of the other, and 0 if not.
  static double match(Candidate one, Candidate other) {
    int shorter = Math.min(one.words().size(), other.words().size());
    int longer = Math.max(one.words().size(), other.words().size());
    var required = required(one, other);
    // The overlap is at most the quotient of the lengths.
    if (shorter < required.overlap() * longer
        || ContentWords.shared(one.words().numbers(), other.words().numbers()) < required.numbers()
        || (required.headline() && sharedHeadline(one, other) < HEADLINE)) {
      return 0;
    }
    double overlap = overlap(one.words(), other.words());
    return overlap < required.overlap() ? 0 : overlap;
  }

  /// @param overlap the least overlap
  /// @param numbers the least share of numbers in common
  /// @param headline whether the headlines must be similar, too
  private record Required(double overlap, double numbers, boolean headline) {}

  private static Required required(Candidate one, Candidate other) {
    var publisher = publisher(one.article());
    var otherPublisher = publisher(other.article());
    if (publisher == null || otherPublisher == null) {
      return new Required(UNKNOWN_PUBLISHER, NUMBERS_UNKNOWN_PUBLISHER, false);
    }
    if (!publisher.equals(otherPublisher)) {
      return new Required(OTHER_PUBLISHER, NUMBERS, false);
    }
    if (!isNear(one.article(), other.article())) {
      return new Required(SAME_PUBLISHER_LATER, NUMBERS, true);
    }
    boolean isShort = Math.min(one.words().size(), other.words().size()) < SHORT;
    return new Required(SAME_PUBLISHER, NUMBERS, isShort);
  }

  private static boolean isNear(Article one, Article other) {
    var day = one.published();
    var otherDay = other.published();
    return day != null
        && otherDay != null
        && Math.abs(ChronoUnit.DAYS.between(day, otherDay)) <= DAYS;
  }

  private static double sharedHeadline(Candidate one, Candidate other) {
    return ContentWords.shared(
        ContentWords.of(one.article().headline()).hashes(),
        ContentWords.of(other.article().headline()).hashes());
  }

  /// The publisher, or the host of the address if it is not stated; `null` if neither is known.
  private static @Nullable String publisher(Article article) {
    if (article.publisher() != null) {
      return article.publisher().toLowerCase(Locale.ROOT);
    }
    return article.url() == null
        ? null
        : Objects.requireNonNull(URI.create(article.url()).getHost()).toLowerCase(Locale.ROOT);
  }
}
