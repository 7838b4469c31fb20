package org.dossier.search.lucene;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.dossier.LogCapture;
import org.dossier.archive.Article;
import org.dossier.archive.Passage;
import org.dossier.search.HarbourFixture;
import org.dossier.search.indexing.SplitArticle;
import org.dossier.text.Span;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ChangeApplierTest {
  @Test
  void anArticleThatCannotBeWrittenDoesNotBlockOthers(@TempDir Path folder) {
    try (var harbourFixture = new HarbourFixture(folder);
        var luceneStore = new LuceneStore(folder.resolve("store"), "schema");
        var log = new LogCapture(ChangeApplier.class.getName())) {
      harbourFixture.archive.put(List.of(HarbourFixture.LOCK, HarbourFixture.TOMATOES));
      var changeApplier =
          new ChangeApplier(
              harbourFixture.archive,
              harbourFixture.embeddings,
              "model",
              article ->
                  article.equals(HarbourFixture.LOCK)
                      ? outside(article)
                      : SplitArticle.of(article));

      luceneStore.refresh(changeApplier.apply(luceneStore, 0));

      var readerView = luceneStore.acquire().orElseThrow();
      // The passages of the other article, and one document for the whole of it.
      assertThat(readerView.reader().numDocs())
          .isEqualTo(SplitArticle.of(HarbourFixture.TOMATOES).passages().size() + 1);
      readerView.release();
      assertThat(log.words()).anyMatch(line -> line.contains("lock cannot be indexed"));
    }
  }

  /// A passage that lies outside the text.
  private static SplitArticle outside(Article article) {
    int end = article.text().length();
    var span = new Span(end, end + 1);
    var passage = new Passage(0, span, List.of(span));
    return new SplitArticle(article, List.of(passage), List.of("text"), List.of("key"));
  }
}
