package org.dossier.search.indexing;

import java.time.format.DateTimeFormatter;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.dossier.archive.Article;
import org.dossier.archive.ArticleLanguage;
import org.dossier.archive.Passage;
import org.dossier.search.analysis.Languages;
import org.dossier.text.LanguageDetector;
import org.dossier.text.entity.EntityFinder;
import org.dossier.text.entity.EntityKey;

/// The texts by which an article and its passages are found, the same for every search engine.
public final class IndexedText {
  private final Article article;
  private final ArticleLanguage articleLanguage;
  private final String language;
  private final String context;

  public IndexedText(Article article) {
    this.article = article;
    this.articleLanguage = new ArticleLanguage(article);
    this.language = Languages.of(articleLanguage.language());
    this.context = context(article, language);
  }

  /// The short name of the language of the article, by whose analyzer its forms are indexed.
  public String language() {
    return language;
  }

  /// The short name of the language of a passage, by whose analyzer its texts are indexed.
  public String language(Passage passage) {
    return Languages.of(articleLanguage.of(passage.span()));
  }

  /// The publisher and the month of publication, such as "Harbour Gazette November 2011", with the
  /// month in the article's language; empty if both are unknown.
  public String context() {
    return context;
  }

  /// The sentences of a passage.
  public String words(Passage passage) {
    var words = new StringBuilder();
    for (var sentence : passage.sentences()) {
      words.append(article.text(), sentence.start(), sentence.end()).append('\n');
    }
    return words.toString();
  }

  /// The text with the written forms of words: that of the passages, the title and the publisher.
  /// Empty in a language that is written without spaces, and without passages.
  public String forms(List<Passage> passages) {
    if (passages.isEmpty() || language.equals(Languages.CJK)) {
      return "";
    }
    var words = new StringBuilder();
    passages.forEach(passage -> words.append(words(passage)));
    if (article.title() != null) {
      words.append(article.title()).append('\n');
    }
    if (article.publisher() != null) {
      words.append(article.publisher());
    }
    return words.toString();
  }

  /// The terms by which articles are counted by the persons, places and organizations that they
  /// name, each once; empty for an article that is not in English.
  public Set<String> entityTerms() {
    if (!language.equals(LanguageDetector.ENGLISH)) {
      return Set.of();
    }
    var terms = new LinkedHashSet<String>();
    for (var entity : EntityFinder.find(article.title(), article.text())) {
      if (entity.name().length() <= EntityKey.MAX_LENGTH) {
        entity.keys().forEach(key -> terms.add(key.term()));
      }
    }
    return terms;
  }

  private static String context(Article article, String language) {
    var words = new LinkedHashSet<String>();
    if (article.publisher() != null) {
      words.add(article.publisher());
    }
    if (article.published() != null) {
      boolean hasLocale = !language.equals(Languages.OTHER) && !language.equals(Languages.CJK);
      var locale = hasLocale ? Locale.forLanguageTag(language) : Locale.ENGLISH;
      // Some languages decline a month after a day: "ноябрь", but "11 ноября".
      for (var pattern : List.of("LLLL", "MMMM", "uuuu")) {
        words.add(article.published().format(DateTimeFormatter.ofPattern(pattern, locale)));
      }
    }
    return String.join(" ", words);
  }
}
