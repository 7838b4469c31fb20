package org.dossier.search.lucene;

import java.io.IOException;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.apache.lucene.index.LeafReader;
import org.apache.lucene.index.SegmentReader;
import org.apache.lucene.search.DocIdSetIterator;

/// The passages that are deleted from an index and whose text is still in its files.
final class DeletedPassages {
  private final Function<Collection<String>, Map<String, Set<String>>> versions;

  /// @param versions returns the versions in the archive for ids of articles, by id
  DeletedPassages(Function<Collection<String>, Map<String, Set<String>>> versions) {
    this.versions = versions;
  }

  /// A version of an article.
  record Version(String article, String version) {}

  /// The names of the segments with a deleted passage of a version that is no longer in the
  /// archive. Passages of earlier versions that are still in the archive do not count.
  List<String> segmentsToRewrite(ReaderView readerView) throws IOException {
    var deleted = new HashMap<String, Set<Version>>();
    for (var leaf : readerView.reader().leaves()) {
      if (leaf.reader() instanceof SegmentReader segment && segment.hasDeletions()) {
        deleted.put(segment.getSegmentName(), findDeleted(segment));
      }
    }
    var ids = new HashSet<String>();
    deleted.values().forEach(some -> some.forEach(version -> ids.add(version.article())));
    if (ids.isEmpty()) {
      return List.of();
    }
    var kept = versions.apply(ids);
    return deleted.entrySet().stream()
        .filter(segment -> segment.getValue().stream().anyMatch(version -> !has(kept, version)))
        .map(Map.Entry::getKey)
        .sorted()
        .toList();
  }

  private static boolean has(Map<String, Set<String>> kept, Version version) {
    return kept.getOrDefault(version.article(), Set.of()).contains(version.version());
  }

  private static Set<Version> findDeleted(LeafReader segment) throws IOException {
    var found = new HashSet<Version>();
    var live = segment.getLiveDocs();
    var passages = segment.getBinaryDocValues(Fields.PASSAGE);
    if (live == null || passages == null) {
      return found;
    }
    while (passages.nextDoc() != DocIdSetIterator.NO_MORE_DOCS) {
      if (!live.get(passages.docID())) {
        found.add(Documents.version(passages.binaryValue()));
      }
    }
    return found;
  }
}
