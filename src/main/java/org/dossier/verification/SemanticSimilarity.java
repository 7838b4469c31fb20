package org.dossier.verification;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import org.dossier.inference.WordVector;
import org.dossier.text.Span;
import org.dossier.text.date.DateFinder;
import org.dossier.verification.analysis.AnalyzedText;
import org.dossier.verification.analysis.LightStemmer;
import org.dossier.verification.analysis.RetoldWords;
import org.dossier.verification.analysis.WordLists;

/// The semantic similarity of a statement and its sources, word by word. Each word of the statement
/// is compared with the most similar word of the sources, by contextual embeddings. Rare words
/// weigh more (the idea of BERTScore's recall, Zhang and others, 2020).
final class SemanticSimilarity {
  /// The size of the embedding model's vocabulary.
  private static final double MAX_RANK = 30_522;

  private static final double WEAKEST_SHARE = 0.25;

  private static final String ADVERB_ENDING = "ly";

  /// Shorter words with this ending are mostly no adverbs: "only", "fly".
  private static final int MIN_ADVERB_LENGTH = 6;

  /// The cosine above which a word of the sources counts as similar.
  private static final double MIN_SIMILARITY = 0.7;

  /// The length of a run of words without a similar word that counts as 1.
  private static final double LONG_GAP = 8;

  /// The divisor of the rarity of reporting verbs: their choice carries little meaning.
  private static final double REPORTING_DIVISOR = 4;

  /// The minimum cosine that counts for a word that retells the sources.
  private static final double RETOLD_SIMILARITY = 0.79;

  private final List<ComparedWord> words = new ArrayList<>();

  /// True if the statement is a single word.
  private final boolean single;

  /// The content words of the sources that the statement does not use itself.
  private final List<WordVector> unused;

  /// @param span its place in the statement
  /// @param weight the rarity of the word, 0 to 1
  /// @param nearest the cosine of the most similar word of the sources
  /// @param nearestUnused the cosine of the most similar word that it may replace
  /// @param covered true if one of its forms occurs there
  /// @param retold true if it retells them
  private record ComparedWord(
      Span span,
      double weight,
      double nearest,
      double nearestUnused,
      boolean covered,
      boolean retold) {}

  /// @param statement its names, numbers and dates are left to the rules
  /// @param retoldWords its words that retell the sources, which count as similar
  SemanticSimilarity(
      AnalyzedText statement,
      RetoldWords retoldWords,
      List<WordVector> statementWords,
      List<WordVector> sources) {
    var used = statement.stems();
    unused =
        sources.stream()
            .filter(word -> isContentWord(word) && !used.contains(LightStemmer.of(word.text())))
            .toList();
    var stems = new HashSet<String>();
    sources.forEach(word -> stems.add(LightStemmer.of(word.text())));
    var excluded = excludedSpans(statement);
    single = statement.words().size() == 1;
    for (var word : statementWords) {
      boolean counts = excluded.stream().noneMatch(span -> span.overlaps(word.span()));
      if (counts && isContentWord(word)) {
        boolean covered = stems.contains(LightStemmer.of(word.text()));
        boolean retold =
            statement.words().stream()
                .anyMatch(own -> own.span().overlaps(word.span()) && retoldWords.contains(own));
        double nearest = nearest(word, sources);
        words.add(
            new ComparedWord(
                word.span(),
                rarity(word),
                retold ? Math.max(nearest, RETOLD_SIMILARITY) : nearest,
                nearestUnused(word),
                covered,
                retold));
      }
    }
  }

  private static boolean isContentWord(WordVector word) {
    return Character.isLetterOrDigit(word.text().codePointAt(0))
        && !WordLists.STOP.contains(word.text());
  }

  private static List<Span> excludedSpans(AnalyzedText statement) {
    var spans = new ArrayList<Span>();
    statement.names().stream().filter(name -> !isCommonNoun(statement, name)).forEach(spans::add);
    for (var quantity : statement.quantities()) {
      spans.add(quantity.span());
      if (quantity.measure() != null) {
        spans.add(quantity.measure().span());
      }
    }
    DateFinder.find(statement.plain(), null).forEach(date -> spans.add(date.span()));
    return spans;
  }

  private static boolean isCommonNoun(AnalyzedText statement, Span name) {
    var first = statement.words().getFirst();
    return name.start() == first.span().start()
        && name.end() <= first.span().end()
        && statement.isPluralAtStart(first);
  }

  private static double rarity(WordVector word) {
    double rarity = Math.log(1 + word.rank()) / Math.log(1 + MAX_RANK);
    return WordLists.REPORTING.contains(LightStemmer.of(word.text()))
        ? rarity / REPORTING_DIVISOR
        : rarity;
  }

  /// An adverb may replace adverbs only: "sharply" for "dramatically".
  private double nearestUnused(WordVector word) {
    return nearest(
        word,
        isAdverb(word) ? unused.stream().filter(SemanticSimilarity::isAdverb).toList() : unused);
  }

  private static boolean isAdverb(WordVector word) {
    return word.text().endsWith(ADVERB_ENDING) && word.text().length() >= MIN_ADVERB_LENGTH;
  }

  private static double nearest(WordVector word, List<WordVector> others) {
    return others.stream()
        .mapToDouble(other -> cosine(word.vector(), other.vector()))
        .max()
        .orElse(0);
  }

  /// The places of the words that are compared, in order.
  List<Span> comparedSpans() {
    return words.stream().map(ComparedWord::span).toList();
  }

  /// The highest cosine of a compared word that overlaps `span` and a content word of the sources
  /// that the statement does not use; 0 if no word overlaps. A new word in a statement replaces
  /// such a word if it adds nothing.
  double nearestUnused(Span span) {
    return words.stream()
        .filter(word -> word.span().overlaps(span))
        .mapToDouble(ComparedWord::nearestUnused)
        .max()
        .orElse(0);
  }

  /// The mean similarity of the quarter of the words with the lowest similarity.
  double worstQuartile() {
    int least = (int) Math.ceil(words.size() * WEAKEST_SHARE);
    return mean(
        words.stream()
            .sorted(Comparator.comparingDouble(ComparedWord::nearest))
            .limit(least)
            .toList());
  }

  /// The share of the words, weighted by rarity, that occur in the sources or retell them. A
  /// statement of a single word must have a word of the sources.
  double coverage() {
    double all = words.stream().mapToDouble(ComparedWord::weight).sum();
    double covered =
        words.stream()
            .filter(word -> word.covered() || (!single && word.retold()))
            .mapToDouble(ComparedWord::weight)
            .sum();
    return all == 0 ? 1 : covered / all;
  }

  /// The longest run of words without a similar word in the sources, divided by eight, at most 1.
  double longestUnmatchedRun() {
    int longest = 0;
    int run = 0;
    for (var word : words) {
      run = word.covered() || word.nearest() > MIN_SIMILARITY ? 0 : run + 1;
      longest = Math.max(longest, run);
    }
    return Math.min(1, longest / LONG_GAP);
  }

  private static double mean(List<ComparedWord> words) {
    double all = words.stream().mapToDouble(ComparedWord::weight).sum();
    double sum = words.stream().mapToDouble(word -> word.weight() * word.nearest()).sum();
    return all == 0 ? 1 : sum / all;
  }

  /// The cosine of two vectors of length 1, at least 0. It is computed in single precision, because
  /// every word of a statement is compared with every word of its sources.
  private static double cosine(float[] a, float[] b) {
    float product = 0;
    for (int i = 0; i < a.length; i++) {
      product += a[i] * b[i];
    }
    return Math.clamp(product, 0, 1);
  }
}
