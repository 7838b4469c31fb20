package org.dossier.search.opensearch;

import com.fasterxml.jackson.databind.JsonNode;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.dossier.archive.Change;
import org.dossier.search.indexing.ChangeBatch;
import org.dossier.search.indexing.ChangeReader;

/// Applies the changes of the archive to indexes in the cluster. For one thread at a time per
/// index.
final class ChangeWriter {
  private static final Logger LOG = System.getLogger(ChangeWriter.class.getName());

  /// The maximum number of changes that a killed process has to write again.
  private static final int CHANGES_PER_PUBLICATION = 1_000;

  private final SearchCluster cluster;
  private final EngineIndexes indexes;
  private final ChangeReader changeReader;

  ChangeWriter(SearchCluster cluster, EngineIndexes indexes, ChangeReader changeReader) {
    this.cluster = cluster;
    this.indexes = indexes;
    this.changeReader = changeReader;
  }

  /// Applies every current change and makes them visible.
  ///
  /// @param from the state of the index
  /// @param between runs before each batch, and may throw to cancel
  /// @return the state of the index now
  IndexState follow(IndexState from, Runnable between) {
    var published = from;
    var state = from;
    while (true) {
      between.run();
      var batch = changeReader.after(state.sequence());
      if (batch.changes().isEmpty()) {
        break;
      }
      state = apply(batch, state);
      if (state.sequence() - published.sequence() >= CHANGES_PER_PUBLICATION) {
        indexes.publish(state);
        published = state;
        LOG.log(Level.INFO, "Indexed the changes up to {0}", state.sequence());
      }
    }
    if (!state.equals(published)) {
      indexes.publish(state);
    }
    return state;
  }

  private IndexState apply(ChangeBatch batch, IndexState state) {
    var before = passages(state.index(), batch.changes());
    var written = state;
    var bulk = new BulkWriter(cluster, state.index());
    for (var change : batch.changes()) {
      bulk.add(change.articleId(), lines(change, batch, before));
      if (!batch.articles().containsKey(change.articleId())) {
        written = written.withRemoved(change.sequence());
      }
    }
    bulk.flush();
    if (!bulk.rejected().isEmpty()) {
      writeWithoutPassages(batch, state.index(), bulk);
    }
    return written.withSequence(batch.changes().getLast().sequence());
  }

  private static List<String> lines(Change change, ChangeBatch batch, Map<String, Integer> before) {
    var id = change.articleId();
    int passages = before.getOrDefault(ArticleOperations.key(id), 0);
    var operations = new ArticleOperations(id, change.sequence(), passages);
    var article = batch.articles().get(id);
    if (article == null) {
      return operations.delete();
    }
    try {
      return operations.write(article, batch.vectorsOf(article));
    } catch (RuntimeException | StackOverflowError e) {
      // One article must not block the indexing of all later ones.
      LOG.log(Level.ERROR, "Article " + id + " cannot be indexed and will not be found", e);
      return new ArticleOperations(id, change.sequence(), passages).writeWithoutPassages();
    }
  }

  private void writeWithoutPassages(ChangeBatch batch, String index, BulkWriter refused) {
    var rejected = refused.rejected();
    var before = passages(index, batch.changes());
    var bulk = new BulkWriter(cluster, index);
    for (var change : batch.changes()) {
      var id = change.articleId();
      if (rejected.contains(ArticleOperations.key(id))) {
        LOG.log(Level.ERROR, "Article {0} cannot be indexed and will not be found", id);
        var article = batch.articles().get(id);
        int passages =
            Math.max(
                before.getOrDefault(ArticleOperations.key(id), 0),
                article == null ? 0 : article.passages().size());
        var operations = new ArticleOperations(id, change.sequence(), passages);
        bulk.add(id, operations.writeWithoutPassages());
      }
    }
    bulk.flush();
  }

  /// The number of passages that the index has of each article, by key; also of those that are not
  /// visible yet.
  private Map<String, Integer> passages(String index, List<Change> changes) {
    var documents =
        changes.stream()
            .map(change -> ArticleOperations.key(change.articleId()))
            .map(key -> Map.of("_id", key, "routing", key, "_source", List.of(EngineFields.DATA)))
            .toList();
    var found =
        cluster.require("POST", "/" + index + "/_mget", Map.of(), Map.of("docs", documents));
    var passages = new HashMap<String, Integer>();
    for (JsonNode document : found.path("docs")) {
      passages.put(
          document.path("_id").asText(),
          document.path("_source").path(EngineFields.DATA).path("passages").asInt());
    }
    return passages;
  }
}
