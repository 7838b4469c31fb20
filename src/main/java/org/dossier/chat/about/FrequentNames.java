package org.dossier.chat.about;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.dossier.archive.ArticleVersion;
import org.dossier.text.LanguageDetector;
import org.dossier.text.name.NameFinder;

/// The proper names that occur in most of some articles. Only articles in English count, because
/// capitals indicate names in no other supported language as well.
final class FrequentNames {
  /// The subject of an article is named at its beginning.
  private static final int ENOUGH_CHARACTERS = 3_000;

  /// An adjective is at most one letter shorter than the stem of its noun: "Russian", "Chinese".
  private static final int STEM_DIFFERENCE = 1;

  private static final int SHORTEST_STEM = 4;

  private FrequentNames() {}

  /// At most `limit` names, those that occur in the most articles first. Names that occur in one of
  /// several articles are left out, and so are parts and adjectives of other names: "Russian" next
  /// to "Russia".
  static List<String> of(List<ArticleVersion> articles, int limit) {
    var frequencies = new HashMap<String, Integer>();
    articles.forEach(
        source -> names(source).forEach(name -> frequencies.merge(name, 1, Integer::sum)));
    int least = Math.min(articles.size(), 2);
    var ranked =
        frequencies.entrySet().stream()
            .filter(entry -> entry.getValue() >= least)
            .sorted(
                Map.Entry.<String, Integer>comparingByValue(Comparator.reverseOrder())
                    .thenComparing(Map.Entry.comparingByKey()))
            .map(Map.Entry::getKey)
            .toList();
    var chosen = new ArrayList<String>();
    for (var name : ranked) {
      if (chosen.size() < limit && chosen.stream().noneMatch(other -> isRelated(name, other))) {
        chosen.add(name);
      }
    }
    return List.copyOf(chosen);
  }

  private static Set<String> names(ArticleVersion source) {
    var article = source.article();
    var names = new LinkedHashSet<String>();
    if (LanguageDetector.isEnglish(article.text(), article.language())) {
      var text = article.text();
      var beginning = text.substring(0, Math.min(text.length(), ENOUGH_CHARACTERS));
      NameFinder.find(beginning).forEach(name -> names.add(name.of(beginning)));
      if (article.publisher() != null) {
        names.remove(article.publisher());
      }
    }
    return names;
  }

  private static boolean isRelated(String name, String other) {
    return containsWords(name, other) || containsWords(other, name) || shareStem(name, other);
  }

  private static boolean containsWords(String whole, String part) {
    return (" " + whole + " ").contains(" " + part + " ");
  }

  private static boolean shareStem(String name, String other) {
    if (name.contains(" ") || other.contains(" ")) {
      return false;
    }
    int shortest = Math.min(name.length(), other.length());
    int shared = 0;
    while (shared < shortest && name.charAt(shared) == other.charAt(shared)) {
      shared++;
    }
    return shared >= Math.max(SHORTEST_STEM, shortest - STEM_DIFFERENCE);
  }
}
