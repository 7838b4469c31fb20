package org.dossier.search.opensearch;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.dossier.archive.Article;
import org.dossier.archive.Passage;
import org.dossier.search.Filters;
import org.dossier.search.indexing.IndexedText;
import org.dossier.search.indexing.SplitArticle;
import org.dossier.text.Sha256;
import org.jspecify.annotations.Nullable;

/// The lines of a bulk request that replace one article in an index.
///
/// All documents of an article are in one shard, which applies operations in their order. The
/// document of the article contains the number of its passages and never states too few: it is
/// written before its passages are added, and after they are deleted. So the next write deletes all
/// that a killed process left behind. Each operation carries the number of the change as its
/// version, so that a late write of an earlier change has no effect.
final class ArticleOperations {
  private final String id;
  private final String key;
  private final long sequence;
  private final int before;
  private final List<String> lines = new ArrayList<>();

  /// @param id the article's id
  /// @param sequence the number of the change
  /// @param before the number of its passages in the index
  ArticleOperations(String id, long sequence, int before) {
    this.id = id;
    this.key = key(id);
    this.sequence = sequence;
    this.before = before;
  }

  /// The name of the article's document, by which its shard is chosen too.
  static String key(String id) {
    return Sha256.hex(id);
  }

  private String key(int ordinal) {
    return key + "-" + ordinal;
  }

  /// The lines that delete the article.
  List<String> delete() {
    deletePassages(0);
    operation("delete", key);
    return lines;
  }

  /// The lines that write the article without its passages, because they cannot be written.
  List<String> writeWithoutPassages() {
    deletePassages(0);
    index(key, Map.of(EngineFields.KIND, EngineFields.ARTICLE_KIND, EngineFields.ARTICLE, id));
    return lines;
  }

  /// The lines that write the article.
  ///
  /// @param vectors the vector of each passage; `null` if it has not been computed yet
  List<String> write(SplitArticle split, List<float @Nullable []> vectors) {
    var article = split.article();
    var passages = split.passages();
    var text = new IndexedText(article);
    var document = document(article, passages, text);
    if (passages.size() >= before) {
      index(key, document);
    }
    var terms = new PassageTerms(article, text);
    for (int i = 0; i < passages.size(); i++) {
      index(key(i), passage(article, passages.get(i), terms, vectors.get(i)));
    }
    if (passages.size() < before) {
      deletePassages(passages.size());
      index(key, document);
    }
    return lines;
  }

  private void deletePassages(int first) {
    for (int i = first; i < before; i++) {
      operation("delete", key(i));
    }
  }

  private void index(String document, Map<String, Object> content) {
    operation("index", document);
    lines.add(SearchCluster.json(content));
  }

  private void operation(String name, String document) {
    lines.add(
        SearchCluster.json(
            Map.of(
                name,
                Map.of(
                    "_id", document,
                    "routing", key,
                    "version", sequence,
                    "version_type", "external_gte"))));
  }

  private Map<String, Object> document(Article article, List<Passage> passages, IndexedText text) {
    var document = new LinkedHashMap<String, Object>();
    document.put(EngineFields.KIND, EngineFields.ARTICLE_KIND);
    addMetadata(document, article);
    document.put(EngineFields.DATA, Map.of("passages", passages.size()));
    var mentions = new ArrayList<String>();
    if (article.title() != null) {
      mentions.add(EngineTerms.mentions(article.title()));
    }
    mentions.add(EngineTerms.mentions(article.text()));
    document.put(EngineFields.MENTIONS, mentions);
    document.put(EngineFields.ENTITIES, List.copyOf(text.entityTerms()));
    var forms = EngineTerms.forms(text.forms(passages));
    if (!forms.isEmpty()) {
      document.put(EngineFields.forms(text.language()), forms);
      document.put(
          EngineFields.keys(text.language()),
          forms.stream().map(EngineTerms::keyOf).distinct().toList());
    }
    return document;
  }

  private static Map<String, Object> passage(
      Article article, Passage passage, PassageTerms terms, float @Nullable [] vector) {
    var document = new LinkedHashMap<String, Object>();
    document.put(EngineFields.KIND, EngineFields.PASSAGE);
    addMetadata(document, article);
    document.put(EngineFields.ORDINAL, passage.ordinal());
    document.put(
        EngineFields.DATA, StoredPassage.data(article.version(), passage.sentences(), vector));
    terms.addTo(document, passage);
    if (vector != null) {
      document.put(EngineFields.VECTOR, vector);
    }
    return document;
  }

  private static void addMetadata(Map<String, Object> document, Article article) {
    document.put(EngineFields.ARTICLE, article.id());
    if (article.published() != null) {
      document.put(EngineFields.PUBLISHED, article.published().toEpochDay());
    }
    if (article.publisher() != null) {
      document.put(EngineFields.PUBLISHER, Filters.publisherKey(article.publisher()));
      document.put(EngineFields.PUBLISHER_NAME, article.publisher());
    }
  }
}
