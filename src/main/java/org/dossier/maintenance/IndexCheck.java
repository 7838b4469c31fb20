package org.dossier.maintenance;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.dossier.archive.Archive;
import org.dossier.archive.Article;
import org.dossier.archive.ArticleVersion;
import org.dossier.archive.Change;
import org.dossier.archive.Passage;
import org.dossier.archive.PassageSplitter;
import org.dossier.search.IndexedPassage;
import org.dossier.search.PassageIndex;
import org.dossier.text.Span;
import org.dossier.text.sentence.SentenceSplitter;

/// A check that the index matches the archive exactly: each article's passages, of its current
/// version, split at the same places. Articles that change during the check are left out.
final class IndexCheck {
  private static final String REBUILD = "rebuild the index: ./dossier reindex";
  private static final int BATCH_SIZE = 200;

  private final Archive archive;
  private final PassageIndex index;
  private final IntegrityCheck.Collector articles =
      new IntegrityCheck.Collector("articles in the index");
  private final IntegrityCheck.Collector passages =
      new IntegrityCheck.Collector("passages in the index");
  private final IntegrityCheck.Collector unexpectedArticles =
      new IntegrityCheck.Collector("index without archive");

  IndexCheck(Archive archive, PassageIndex index) {
    this.archive = archive;
    this.index = index;
  }

  List<IntegrityCheck> checks() {
    long begun = archive.sequence();
    index.catchUp();
    var unexpected = index.search(indexSnapshot -> indexSnapshot.articles());
    unexpected.forEach(_ -> unexpectedArticles.countChecked());
    String last = null;
    for (var page = archive.list(last, BATCH_SIZE);
        !page.isEmpty();
        page = archive.list(last, BATCH_SIZE)) {
      check(page, begun);
      page.forEach(version -> unexpected.remove(version.article().id()));
      last = page.getLast().article().id();
    }
    checkUnexpected(unexpected, begun);
    return List.of(articles.build(), passages.build(), unexpectedArticles.build());
  }

  private void check(List<ArticleVersion> page, long begun) {
    // Only articles with a difference need the lookup for a change since the check began.
    var compared = page.stream().map(this::compare).toList();
    var changed =
        compared.stream().allMatch(one -> one.fault().isEmpty())
            ? Set.<String>of()
            : changedSince(begun);
    for (var one : compared) {
      articles.countChecked();
      one.passagesInIndex().forEach(_ -> passages.countChecked());
      if (!one.fault().isEmpty() && !changed.contains(one.id())) {
        (one.passagesInIndex().isEmpty() ? articles : passages)
            .addFinding(one.id(), one.fault(), REBUILD);
      }
    }
  }

  /// @param passagesInIndex the article's passages in the index
  /// @param fault the problem with them; empty if none
  private record Compared(String id, List<IndexedPassage> passagesInIndex, String fault) {}

  private Compared compare(ArticleVersion current) {
    var id = current.article().id();
    var indexedPassage = index.search(indexSnapshot -> indexSnapshot.passagesOf(id));
    return new Compared(id, indexedPassage, fault(current, indexedPassage));
  }

  private static String fault(ArticleVersion current, List<IndexedPassage> indexedPassage) {
    var expected = PassageSplitter.split(current.article());
    if (indexedPassage.stream().anyMatch(one -> !one.version().equals(current.version()))) {
      return "the index has another version of it than the current one, " + current.version();
    }
    if (indexedPassage.size() != expected.size()) {
      return "the index has %d of its %d passages"
          .formatted(indexedPassage.size(), expected.size());
    }
    var borders = new HashSet<>(SentenceSplitter.split(current.article().text()));
    for (int i = 0; i < indexedPassage.size(); i++) {
      var fault = fault(current.article(), indexedPassage.get(i), expected.get(i), borders);
      if (!fault.isEmpty()) {
        return "passage %d: %s".formatted(i, fault);
      }
    }
    return "";
  }

  private static String fault(
      Article article, IndexedPassage indexedPassage, Passage expected, Set<Span> borders) {
    if (indexedPassage.ordinal() != expected.ordinal()) {
      return "the index has it as number %d".formatted(indexedPassage.ordinal());
    }
    if (indexedPassage.sentences().stream()
        .anyMatch(span -> span.end() > article.text().length())) {
      return "it extends beyond the text";
    }
    if (!borders.containsAll(indexedPassage.sentences())) {
      return "it does not begin and end at sentence boundaries";
    }
    return indexedPassage.sentences().equals(expected.sentences())
        ? ""
        : "its sentences differ from those of the split article";
  }

  private void checkUnexpected(Set<String> unexpected, long begun) {
    if (unexpected.isEmpty()) {
      return;
    }
    var changed = changedSince(begun);
    for (var id : unexpected) {
      if (!changed.contains(id)) {
        var state = archive.isWithdrawn(id) ? "was withdrawn" : "is not in the archive";
        unexpectedArticles.addFinding(id, state + ", but is still in the index", REBUILD);
      }
    }
  }

  private Set<String> changedSince(long sequence) {
    var ids = new TreeSet<String>();
    archive.changesAfter(sequence, Integer.MAX_VALUE).stream()
        .map(Change::articleId)
        .forEach(ids::add);
    return ids;
  }
}
