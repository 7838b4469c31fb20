package org.dossier.search.lucene;

import java.io.IOException;
import java.util.List;
import java.util.Set;
import org.apache.lucene.index.FilterMergePolicy;
import org.apache.lucene.index.MergePolicy;
import org.apache.lucene.index.SegmentCommitInfo;
import org.apache.lucene.index.SegmentInfos;
import org.jspecify.annotations.Nullable;

/// A merge policy that delegates to another one and also rewrites a selected segment. Lucene only
/// marks deleted documents; their text leaves the disk when their segment is rewritten. The usual
/// forced merge of deletes would rewrite every segment with a deletion, including those whose
/// deleted documents are older versions that the archive still has.
///
/// Safe for any number of threads, of which one at a time may select the segment.
final class PurgeMergePolicy extends FilterMergePolicy {
  private volatile @Nullable String segment;

  PurgeMergePolicy(MergePolicy usual) {
    super(usual);
  }

  /// Selects the only segment that the next forced merge of deletes rewrites.
  void select(String name) {
    segment = name;
  }

  @Override
  public @Nullable MergeSpecification findForcedDeletesMerges(
      SegmentInfos segments, MergeContext context) throws IOException {
    Set<SegmentCommitInfo> merging = context.getMergingSegments();
    for (var info : segments) {
      if (info.info.name.equals(segment) && !merging.contains(info)) {
        var rewriting = new MergeSpecification();
        rewriting.add(new OneMerge(List.of(info)));
        return rewriting;
      }
    }
    // It no longer exists, or a merge in progress is about to rewrite it.
    return null;
  }
}
