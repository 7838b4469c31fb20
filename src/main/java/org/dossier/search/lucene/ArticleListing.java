package org.dossier.search.lucene;

import java.io.IOException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.apache.lucene.search.FieldDoc;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Sort;
import org.apache.lucene.search.SortField;
import org.apache.lucene.util.BytesRef;
import org.dossier.search.ArticleQuery;
import org.dossier.search.ListedArticle;
import org.jspecify.annotations.Nullable;

/// Lists the articles of a query, newest first.
final class ArticleListing {
  private static final long UNKNOWN = Long.MIN_VALUE;
  private static final Sort NEWEST_FIRST =
      new Sort(
          new SortField(Fields.PUBLISHED, SortField.Type.LONG, true, UNKNOWN),
          new SortField(Fields.ARTICLE, SortField.Type.STRING));

  private ArticleListing() {}

  static List<ListedArticle> list(
      IndexSearcher searcher, ArticleQuery query, @Nullable ListedArticle after, int limit)
      throws IOException {
    if (limit <= 0) {
      return List.of();
    }
    var found =
        searcher.searchAfter(
            after == null ? null : position(after, searcher),
            MentionQuery.of(query),
            limit,
            NEWEST_FIRST);
    var listed = new ArrayList<ListedArticle>();
    for (var document : found.scoreDocs) {
      var fields = ((FieldDoc) document).fields;
      long day = (Long) fields[0];
      listed.add(
          new ListedArticle(
              ((BytesRef) fields[1]).utf8ToString(),
              day == UNKNOWN ? null : LocalDate.ofEpochDay(day)));
    }
    return listed;
  }

  /// The last document of the index with the fields of `after`: ids are unique, so that the number
  /// of the document does not decide.
  private static FieldDoc position(ListedArticle after, IndexSearcher searcher) {
    int last = Math.max(0, searcher.getIndexReader().maxDoc() - 1);
    long day = after.published() == null ? UNKNOWN : after.published().toEpochDay();
    return new FieldDoc(last, Float.NaN, new Object[] {day, new BytesRef(after.id())});
  }
}
