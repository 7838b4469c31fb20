package org.dossier.search.lucene;

import java.time.LocalDate;
import java.util.Collection;
import org.apache.lucene.document.LongPoint;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.TermInSetQuery;
import org.apache.lucene.util.BytesRef;
import org.dossier.search.Filters;

/// Filter queries.
final class FilterQuery {
  private FilterQuery() {}

  /// The query for the passages that match `filters`.
  static Query of(Filters filters) {
    var query = new BooleanQuery.Builder();
    var last = filters.lastDay();
    if (filters.publishedFrom() != null || last != null) {
      var from = filters.publishedFrom() == null ? LocalDate.MIN : filters.publishedFrom();
      var to = last == null ? LocalDate.MAX : last;
      query.add(
          LongPoint.newRangeQuery(Fields.PUBLISHED, from.toEpochDay(), to.toEpochDay()),
          Occur.FILTER);
    }
    if (!filters.publishers().isEmpty()) {
      query.add(among(Fields.PUBLISHER, filters.publisherKeys()), Occur.FILTER);
    }
    return query.build();
  }

  private static Query among(String field, Collection<String> values) {
    return new TermInSetQuery(field, values.stream().map(BytesRef::new).toList());
  }
}
