package org.dossier.search.lucene;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.lucene.index.DocValues;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.index.LeafReader;
import org.apache.lucene.index.PostingsEnum;
import org.apache.lucene.index.TermsEnum;
import org.apache.lucene.search.DocIdSetIterator;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.ScoreMode;
import org.apache.lucene.util.BytesRef;
import org.apache.lucene.util.FixedBitSet;
import org.apache.lucene.util.StringHelper;
import org.dossier.text.entity.EntityKey;
import org.dossier.text.entity.EntityKind;
import org.dossier.text.name.MentionedName;

/// Counts the persons, places and organizations of articles.
final class EntityTerms {
  private final IndexSearcher searcher;
  private final IndexReader reader;

  EntityTerms(IndexSearcher searcher) {
    this.searcher = searcher;
    this.reader = searcher.getIndexReader();
  }

  /// The number of articles that have each term with one of `prefixes`.
  Map<EntityKey, Long> withPrefixes(Set<String> prefixes) throws IOException {
    var counts = new HashMap<String, Long>();
    for (var leaf : reader.leaves()) {
      var terms = leaf.reader().terms(Fields.ENTITIES);
      if (terms != null) {
        var iterator = terms.iterator();
        for (var prefix : prefixes) {
          add(iterator, new BytesRef(prefix), leaf.reader(), counts);
        }
      }
    }
    return parsed(counts);
  }

  private static void add(
      TermsEnum terms, BytesRef prefix, LeafReader segment, Map<String, Long> counts)
      throws IOException {
    if (terms.seekCeil(prefix) == TermsEnum.SeekStatus.END) {
      return;
    }
    for (var term = terms.term();
        term != null && StringHelper.startsWith(term, prefix);
        term = terms.next()) {
      long articles = articles(terms, segment);
      if (articles > 0) {
        counts.merge(term.utf8ToString(), articles, Long::sum);
      }
    }
  }

  private static long articles(TermsEnum terms, LeafReader segment) throws IOException {
    var live = segment.getLiveDocs();
    if (live == null) {
      return terms.docFreq();
    }
    long articles = 0;
    var postings = terms.postings(null, PostingsEnum.NONE);
    while (postings.nextDoc() != DocIdSetIterator.NO_MORE_DOCS) {
      articles += live.get(postings.docID()) ? 1 : 0;
    }
    return articles;
  }

  /// The number of `articles` that have each term of a kind.
  ///
  /// @param articles the documents of articles
  Map<EntityKey, Long> of(EntityKind kind, FixedBitSet articles) throws IOException {
    var prefix = new BytesRef(EntityKey.prefix(kind));
    var counts = new HashMap<String, Long>();
    for (var leaf : reader.leaves()) {
      var entities = DocValues.getSortedSet(leaf.reader(), Fields.ENTITIES);
      var byTerm = new long[Math.toIntExact(entities.getValueCount())];
      for (int document = entities.nextDoc();
          document != DocIdSetIterator.NO_MORE_DOCS;
          document = entities.nextDoc()) {
        if (articles.get(leaf.docBase + document)) {
          for (int i = 0; i < entities.docValueCount(); i++) {
            byTerm[Math.toIntExact(entities.nextOrd())]++;
          }
        }
      }
      for (int ord = 0; ord < byTerm.length; ord++) {
        if (byTerm[ord] > 0) {
          var term = entities.lookupOrd(ord);
          if (StringHelper.startsWith(term, prefix)) {
            counts.merge(term.utf8ToString(), byTerm[ord], Long::sum);
          }
        }
      }
    }
    return parsed(counts);
  }

  /// The number of `articles` that mention each of `names`, in their order.
  ///
  /// @param articles the documents of articles
  List<Long> mentions(List<MentionedName> names, FixedBitSet articles) throws IOException {
    var counts = new ArrayList<Long>();
    for (var name : names) {
      var query = searcher.rewrite(MentionQuery.anyOf(name));
      var weight = searcher.createWeight(query, ScoreMode.COMPLETE_NO_SCORES, 1);
      long count = 0;
      for (var leaf : reader.leaves()) {
        var scorer = weight.scorer(leaf);
        if (scorer != null) {
          var found = scorer.iterator();
          while (found.nextDoc() != DocIdSetIterator.NO_MORE_DOCS) {
            count += articles.get(leaf.docBase + found.docID()) ? 1 : 0;
          }
        }
      }
      counts.add(count);
    }
    return counts;
  }

  private static Map<EntityKey, Long> parsed(Map<String, Long> counts) {
    var parsed = new HashMap<EntityKey, Long>();
    counts.forEach((term, articles) -> parsed.put(EntityKey.parse(term), articles));
    return parsed;
  }
}
