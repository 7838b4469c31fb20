package org.dossier.search.opensearch;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.dossier.archive.Article;
import org.dossier.archive.Passage;
import org.dossier.search.indexing.IndexedText;

/// The terms of the passages of one article.
final class PassageTerms {
  private final Article article;
  private final IndexedText text;

  PassageTerms(Article article, IndexedText text) {
    this.article = article;
    this.text = text;
  }

  /// Adds the terms of `passage` to its document.
  void addTo(Map<String, Object> document, Passage passage) {
    var language = text.language(passage);
    var title =
        article.title() == null ? List.<String>of() : EngineTerms.of(article.title(), language);
    var context = EngineTerms.of(text.context(), language);
    var terms = EngineTerms.of(text.words(passage), language);
    var all = new ArrayList<>(terms);
    all.addAll(title);
    all.addAll(context);
    document.put(EngineFields.LANGUAGE, language);
    document.put(
        EngineFields.LENGTH,
        Bm25.roundedLength(terms.size())
            + Bm25.roundedLength(title.size())
            + Bm25.roundedLength(context.size()));
    document.put(EngineFields.text(language), String.join(" ", terms));
    document.put(EngineFields.title(language), String.join(" ", title));
    document.put(EngineFields.context(language), String.join(" ", context));
    document.put(EngineFields.words(language), String.join(" ", all));
  }
}
