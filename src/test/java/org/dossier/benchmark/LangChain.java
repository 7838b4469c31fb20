package org.dossier.benchmark;

import dev.langchain4j.community.rag.content.retriever.lucene.DirectoryFactory;
import dev.langchain4j.community.rag.content.retriever.lucene.LuceneContentRetriever;
import dev.langchain4j.community.rag.content.retriever.lucene.LuceneEmbeddingStore;
import dev.langchain4j.data.document.Document;
import dev.langchain4j.data.document.Metadata;
import dev.langchain4j.data.document.splitter.DocumentSplitters;
import dev.langchain4j.data.embedding.Embedding;
import dev.langchain4j.data.segment.TextSegment;
import dev.langchain4j.model.embedding.EmbeddingModel;
import dev.langchain4j.model.embedding.onnx.bgesmallenv15q.BgeSmallEnV15QuantizedEmbeddingModel;
import dev.langchain4j.rag.content.retriever.ContentRetriever;
import dev.langchain4j.rag.content.retriever.EmbeddingStoreContentRetriever;
import dev.langchain4j.rag.query.Query;
import dev.langchain4j.store.embedding.EmbeddingSearchRequest;
import dev.langchain4j.store.embedding.EmbeddingStore;
import dev.langchain4j.store.embedding.EmbeddingStoreIngestor;
import dev.langchain4j.store.embedding.inmemory.InMemoryEmbeddingStore;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.StringJoiner;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.dossier.archive.Article;

/// LangChain4j as in its documentation: an ingestor, a store, and the retriever for that store,
/// each with its defaults.
final class LangChain implements Contestant {

  /// A splitter into passages of about the same length as this project's.
  private static final int MOST_CHARACTERS = 850;

  /// The batch size: a store needs some time for each call, and memory for each passage in it.
  private static final int BATCH = 10_000;

  private static final String CONTEXT = "context";
  private static final String NUMBER = "number";

  private final EmbeddingModel model;
  private final EmbeddingStore<TextSegment> store;
  private final ContentRetriever retriever;

  private LangChain(
      EmbeddingModel model, EmbeddingStore<TextSegment> store, ContentRetriever retriever) {
    this.model = model;
    this.store = store;
    this.retriever = retriever;
  }

  /// Exact vector search in memory.
  static LangChain inMemory() {
    var model = new BgeSmallEnV15QuantizedEmbeddingModel();
    var store = new InMemoryEmbeddingStore<TextSegment>();
    var retriever =
        EmbeddingStoreContentRetriever.builder()
            .embeddingStore(store)
            .embeddingModel(model)
            .maxResults(PASSAGES)
            .build();
    return new LangChain(model, store, retriever);
  }

  /// Hybrid lexical and vector search with Lucene.
  static LangChain lucene(Path folder) {
    var model = new BgeSmallEnV15QuantizedEmbeddingModel();
    var directory = DirectoryFactory.fsDirectory(folder);
    var store = LuceneEmbeddingStore.builder().directory(directory).build();
    var retriever =
        LuceneContentRetriever.builder()
            .directory(directory)
            .embeddingModel(model)
            .maxResults(PASSAGES)
            .build();
    return new LangChain(model, store, retriever);
  }

  @Override
  public int ingest(List<Article> articles) {
    var passages = new AtomicInteger();
    EmbeddingStoreIngestor.builder()
        .documentSplitter(DocumentSplitters.recursive(MOST_CHARACTERS, 0))
        .textSegmentTransformer(segment -> {
          passages.incrementAndGet();
          return inContext(segment);
        })
        .embeddingModel(model)
        .embeddingStore(store)
        .build()
        .ingest(articles.stream().map(LangChain::document).toList());
    return passages.get();
  }

  private static Document document(Article article) {
    var metadata = new Metadata().put("id", article.id()).put(CONTEXT, context(article));
    return Document.from(article.text(), metadata);
  }

  /// One line with title, publisher and date, as far as they are known.
  private static String context(Article article) {
    var context = new StringJoiner(". ");
    if (article.title() != null) {
      context.add(article.title());
    }
    if (article.publisher() != null) {
      context.add(article.publisher());
    }
    if (article.published() != null) {
      context.add(article.published().toString());
    }
    return context.toString();
  }

  private static TextSegment inContext(TextSegment segment) {
    var context = segment.metadata().getString(CONTEXT);
    return TextSegment.from(context + "\n" + segment.text(), segment.metadata());
  }

  @Override
  public void fill(Synthetic passages) {
    for (int first = 0; first < passages.size(); first += BATCH) {
      var numbers = IntStream.range(first, Math.min(passages.size(), first + BATCH));
      var embeddings = new ArrayList<Embedding>();
      var segments = new ArrayList<TextSegment>();
      numbers.forEach(number -> {
        embeddings.add(Embedding.from(passages.vector(number)));
        var metadata = new Metadata().put("id", "synthetic").put(NUMBER, number);
        segments.add(TextSegment.from("Synthetic.\n" + passages.text(number), metadata));
      });
      store.addAll(embeddings, segments);
    }
  }

  @Override
  public List<String> find(String question) {
    return retriever.retrieve(Query.from(question)).stream()
        .map(content -> content.textSegment().text())
        .map(text -> text.substring(text.indexOf('\n') + 1))
        .toList();
  }

  @Override
  public List<Integer> nearest(float[] question) {
    var request =
        EmbeddingSearchRequest.builder()
            .queryEmbedding(Embedding.from(question))
            .maxResults(PASSAGES)
            .build();
    return store.search(request).matches().stream()
        .map(match -> match.embedded().metadata().getInteger(NUMBER))
        .toList();
  }

  @Override
  public void close() {
    // Neither the stores nor the model need to be closed.
  }
}
