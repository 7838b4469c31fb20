package org.dossier.question;

import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.dossier.archive.Article;

/// Articles that must not answer a question, so that it is answered as if the archive lacked them.
///
/// @param articles the ids of excluded articles
/// @param sentences sentences whose articles are excluded too, such as republished copies;
///   differences in white space do not matter
public record Exclusions(Set<String> articles, Set<String> sentences) {
  /// No exclusions.
  public static final Exclusions NONE = new Exclusions(Set.of(), Set.of());

  private static final Pattern BLANKS = Pattern.compile("\\s+", Pattern.UNICODE_CHARACTER_CLASS);

  public Exclusions {
    articles = Set.copyOf(articles);
    sentences =
        sentences.stream()
            .map(Exclusions::normalize)
            .filter(sentence -> !sentence.isEmpty())
            .collect(Collectors.toUnmodifiableSet());
  }

  /// Returns whether nothing is excluded.
  public boolean isEmpty() {
    return articles.isEmpty() && sentences.isEmpty();
  }

  /// Returns whether the article is excluded.
  public boolean exclude(Article article) {
    if (articles.contains(article.id())) {
      return true;
    }
    var text = sentences.isEmpty() ? "" : normalize(article.text());
    return sentences.stream().anyMatch(text::contains);
  }

  private static String normalize(String text) {
    return BLANKS.matcher(text).replaceAll(" ").strip();
  }
}
