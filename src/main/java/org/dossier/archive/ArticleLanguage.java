package org.dossier.archive;

import org.dossier.text.ProseLanguage;
import org.dossier.text.Span;

/// The language of one article and of its parts, as [ProseLanguage] detects it.
public final class ArticleLanguage {
  private static final int ENOUGH_CHARACTERS = 4_000;

  private final String text;
  private final String language;

  public ArticleLanguage(Article article) {
    this.text = article.text();
    var beginning = text.substring(0, Math.min(text.length(), ENOUGH_CHARACTERS));
    this.language = ProseLanguage.detect(beginning, article.language());
  }

  /// The language of the article: the one that its source states, unless its text shows clearly
  /// that it is in another one.
  public String language() {
    return language;
  }

  /// The language of a part of the text: that of the article, unless the part shows clearly that it
  /// is in another one.
  public String of(Span part) {
    return of(part, language);
  }

  /// The language of a part of the text that follows another one.
  ///
  /// @param before the language of the other part, and of this one unless it shows another one
  String of(Span part, String before) {
    return ProseLanguage.detect(part.of(text), before);
  }
}
