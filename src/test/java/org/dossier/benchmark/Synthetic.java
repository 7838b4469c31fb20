package org.dossier.benchmark;

import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.SplittableRandom;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.dossier.archive.Article;
import org.dossier.archive.PassageSplitter;

/// Generated passages, each with its vector, and questions for them; deterministic. Word
/// frequencies follow Zipf's law, and vectors lie in clusters, like those of articles about a few
/// subjects.
///
/// @param size number of passages; a multiple of the passages per article
record Synthetic(int size) {
  /// The number of passages per article.
  static final int AN_ARTICLE = 5;

  private static final int DIMENSION = 384;
  private static final int CLUSTERS = 500;

  /// The distance of vectors from the centre of their cluster: two of one cluster have a cosine of
  /// about 0.7.
  private static final double SPREAD = 0.65;

  private static final int VOCABULARY = 30_000;
  private static final int SENTENCES = 6;
  private static final int WORDS_A_SENTENCE = 19;
  private static final int WORDS_A_QUESTION = 8;
  private static final String SYLLABLES = "ba de fi ko lu ma ne pi ro su ta ve wo za shi gra";
  private static final List<String> SYLLABLE = List.of(SYLLABLES.split(" "));
  private static final Pattern NUMBER = Pattern.compile("\\bPassage (\\d+) ");

  /// Seeds of centres, passages and questions.
  private static final long CENTRES = 1L << 32;

  private static final long PASSAGES = 2L << 32;
  private static final long QUESTIONS = 3L << 32;

  Synthetic {
    if (size <= 0 || size % AN_ARTICLE != 0) {
      throw new IllegalArgumentException("not a multiple of " + AN_ARTICLE + ": " + size);
    }
  }

  Stream<Article> articles() {
    return IntStream.range(0, size / AN_ARTICLE).mapToObj(this::article);
  }

  private Article article(int article) {
    var id = "article-" + article;
    var text =
        IntStream.range(0, AN_ARTICLE)
            .mapToObj(ordinal -> text(number(id, ordinal)))
            .collect(Collectors.joining("\n\n"));
    var day = LocalDate.of(2024, 5, 6);
    var made = new Article(id, "Synthetic", null, List.of(), null, "en", day, false, null, text);
    if (PassageSplitter.split(made).size() != AN_ARTICLE) {
      throw new IllegalStateException("split differently from how it was generated: " + text);
    }
    return made;
  }

  /// The number of the passage at `ordinal` of an article.
  static int number(String articleId, int ordinal) {
    var article = Integer.parseInt(articleId.substring(articleId.indexOf('-') + 1));
    return article * AN_ARTICLE + ordinal;
  }

  /// The number that a passage states in its text.
  static int numberIn(String text) {
    var matcher = NUMBER.matcher(text);
    if (!matcher.find()) {
      throw new IllegalArgumentException("not a synthetic passage: " + text);
    }
    return Integer.parseInt(matcher.group(1));
  }

  /// One paragraph with the length of a passage.
  String text(int number) {
    var random = new SplittableRandom(PASSAGES + number);
    var sentences =
        IntStream.range(0, SENTENCES)
            .mapToObj(sentence -> {
              var words = words(random, WORDS_A_SENTENCE);
              return words.substring(0, 1).toUpperCase(Locale.ROOT) + words.substring(1) + ".";
            })
            .collect(Collectors.joining(" "));
    return "Passage " + number + " " + sentences;
  }

  /// A vector of length 1.
  float[] vector(int number) {
    return nearACentre(new SplittableRandom(PASSAGES + number));
  }

  /// Words with the same frequencies as in the passages.
  static String question(int number) {
    return words(new SplittableRandom(QUESTIONS + number), WORDS_A_QUESTION);
  }

  /// A vector from the same distribution as those of the passages.
  static float[] questionVector(int number) {
    return nearACentre(new SplittableRandom(QUESTIONS + number));
  }

  private static float[] nearACentre(SplittableRandom random) {
    var centre = new SplittableRandom(CENTRES + random.nextInt(CLUSTERS));
    var vector = new double[DIMENSION];
    double square = 0;
    for (int i = 0; i < DIMENSION; i++) {
      vector[i] = centre.nextGaussian() + SPREAD * random.nextGaussian();
      square += vector[i] * vector[i];
    }
    var unit = new float[DIMENSION];
    for (int i = 0; i < DIMENSION; i++) {
      unit[i] = (float) (vector[i] / Math.sqrt(square));
    }
    return unit;
  }

  private static String words(SplittableRandom random, int count) {
    return IntStream.range(0, count)
        .mapToObj(_ -> word(rank(random)))
        .collect(Collectors.joining(" "));
  }

  /// Zipf's law: the share of the first `n` ranks grows with the logarithm of `n`.
  private static int rank(SplittableRandom random) {
    return (int) Math.pow(VOCABULARY, random.nextDouble());
  }

  private static String word(int rank) {
    var word = new StringBuilder();
    for (int rest = rank; rest > 0; rest /= SYLLABLE.size()) {
      word.append(SYLLABLE.get(rest % SYLLABLE.size()));
    }
    return word.toString();
  }
}
