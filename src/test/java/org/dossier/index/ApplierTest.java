package org.dossier.index;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.dossier.HeardLog;
import org.dossier.corpus.Article;
import org.dossier.corpus.Passage;
import org.dossier.text.Span;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ApplierTest {
  @Test
  void anArticleThatCannotBeWrittenKeepsNoOtherFromBeingFound(@TempDir Path folder) {
    try (var harbour = new Harbour(folder);
        var store = new Store(folder.resolve("store"), "schema");
        var log = new HeardLog(Applier.class.getName())) {
      harbour.archive.put(List.of(Harbour.LOCK, Harbour.TOMATOES));
      var applier =
          new Applier(
              harbour.archive,
              harbour.embeddings,
              "model",
              article -> article.equals(Harbour.LOCK) ? outside(article) : Cut.of(article));

      store.show(applier.apply(store, 0));

      var view = store.acquire().orElseThrow();
      assertThat(view.reader().numDocs()).isEqualTo(Cut.of(Harbour.TOMATOES).passages().size());
      view.release();
      assertThat(log.words()).anyMatch(line -> line.contains("lock cannot be indexed"));
    }
  }

  /// A passage that lies outside the text.
  private static Cut outside(Article article) {
    int end = article.text().length();
    var span = new Span(end, end + 1);
    var passage = new Passage(0, span, List.of(span));
    return new Cut(article, List.of(passage), List.of("text"), List.of("key"));
  }
}
