package org.dossier.evaluation.verification;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.regex.Pattern;
import org.dossier.archive.Article;
import org.dossier.archive.PassageSplitter;
import org.dossier.text.name.NameFinder;

/// The sentences of an archive that statements are made from, in an order determined by the seed.
final class SentencePool {
  private static final int FEWEST_WORDS = 8;
  private static final int MOST_WORDS = 45;
  private static final int MOST_OF_AN_ARTICLE = 12;
  private static final int COMPARED = 400;
  private static final Pattern BLANKS = Pattern.compile("\\s+", Pattern.UNICODE_CHARACTER_CLASS);
  private static final Pattern SENTENCE =
      Pattern.compile("[\"“‘\\p{Lu}\\p{Nd}$].*[.!?][\"”’]?", Pattern.DOTALL);

  private final List<CitedSentence> sentences = new ArrayList<>();
  private final Map<String, List<String>> namesByArticle = new HashMap<>();
  private final List<String> names = new ArrayList<>();

  /// @param articles in an order that is the same in every run
  SentencePool(List<Article> articles, Random random) {
    for (var article : articles) {
      var found = sentences(article);
      Collections.shuffle(found, random);
      sentences.addAll(found.stream().limit(MOST_OF_AN_ARTICLE).toList());
      var own = new LinkedHashSet<String>();
      found.forEach(sentence -> own.addAll(names(sentence.text())));
      namesByArticle.put(article.id(), List.copyOf(own));
      names.addAll(own);
    }
    Collections.shuffle(sentences, random);
  }

  private static List<CitedSentence> sentences(Article article) {
    var texts = new ArrayList<String>();
    for (var passage : PassageSplitter.split(article)) {
      passage.sentences().forEach(span -> texts.add(normalize(span.of(article.text()))));
    }
    var sentences = new ArrayList<CitedSentence>();
    for (int i = 0; i < texts.size(); i++) {
      if (isWhole(texts.get(i))) {
        var before = i == 0 ? "" : texts.get(i - 1);
        var after = i + 1 == texts.size() ? "" : texts.get(i + 1);
        sentences.add(new CitedSentence(article, texts.get(i), before, after));
      }
    }
    return sentences;
  }

  private static boolean isWhole(String text) {
    int words = text.split(" ", -1).length;
    long quotes = text.chars().filter(c -> c == '"').count();
    long opening = text.chars().filter(c -> c == '“').count();
    long closing = text.chars().filter(c -> c == '”').count();
    return words >= FEWEST_WORDS
        && words <= MOST_WORDS
        && quotes % 2 == 0
        && opening == closing
        && SENTENCE.matcher(text).matches()
        && !text.contains("http");
  }

  private static String normalize(String text) {
    return BLANKS.matcher(text).replaceAll(" ").strip();
  }

  static List<String> names(String text) {
    return NameFinder.find(text).stream().map(span -> span.of(text)).distinct().toList();
  }

  List<CitedSentence> sentences() {
    return sentences;
  }

  /// A name from elsewhere in the sentence's article that shares no word with the sentence.
  Optional<String> nameOfArticle(CitedSentence sentence, Random random) {
    return pick(namesByArticle.getOrDefault(sentence.article().id(), List.of()), sentence, random);
  }

  /// A name from the archive that shares no word with the sentence.
  Optional<String> nameOfArchive(CitedSentence sentence, Random random) {
    return pick(names, sentence, random);
  }

  private static Optional<String> pick(List<String> names, CitedSentence sentence, Random random) {
    var words = beginnings(sentence.text());
    for (int tried = 0; tried < 20 && !names.isEmpty(); tried++) {
      var name = names.get(random.nextInt(names.size()));
      if (Collections.disjoint(words, beginnings(name))) {
        return Optional.of(name);
      }
    }
    return Optional.empty();
  }

  /// The first letters of each word, by which "Iran" and "Iranian" are not different names.
  static Set<String> beginnings(String text) {
    var words = new HashSet<String>();
    for (var word : text.toLowerCase(Locale.ROOT).split("[^\\p{L}\\p{N}]+", -1)) {
      if (!word.isEmpty()) {
        words.add(word.substring(0, Math.min(4, word.length())));
      }
    }
    return words;
  }

  /// Any sentence of another article.
  Optional<CitedSentence> anyOfAnotherArticle(CitedSentence sentence, Random random) {
    for (int tried = 0; tried < 20; tried++) {
      var other = sentences.get(random.nextInt(sentences.size()));
      if (!other.article().id().equals(sentence.article().id())) {
        return Optional.of(other);
      }
    }
    return Optional.empty();
  }

  /// The sentence that shares the most words with this one, among many sentences of other articles.
  Optional<CitedSentence> similarOfAnotherArticle(CitedSentence sentence, Random random) {
    var words = beginnings(sentence.text());
    int from = random.nextInt(sentences.size());
    var compared = new ArrayList<CitedSentence>();
    for (int i = 0; i < Math.min(COMPARED, sentences.size()); i++) {
      var other = sentences.get((from + i) % sentences.size());
      if (!other.article().id().equals(sentence.article().id())) {
        compared.add(other);
      }
    }
    return compared.stream()
        .max(
            Comparator.comparingDouble((CitedSentence other) -> similarity(words, other.text()))
                .thenComparing(CitedSentence::text));
  }

  private static double similarity(Set<String> words, String text) {
    var others = beginnings(text);
    var both = new HashSet<>(others);
    both.retainAll(words);
    return (double) both.size() / (words.size() + others.size() - both.size());
  }
}
