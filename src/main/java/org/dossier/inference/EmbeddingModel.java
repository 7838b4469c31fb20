package org.dossier.inference;

import java.util.List;

/// Computes vectors of texts whose cosine is their semantic similarity: bge-small-en-v1.5, run in
/// this process. Every vector has length 1, so the dot product of two is their cosine.
///
/// Construction is cheap: the model is loaded on first use, or by [#load()]. The same text gives
/// the same vector, regardless of concurrent work. Thread-safe. The creator closes it; a closed one
/// throws [IllegalStateException].
public final class EmbeddingModel implements AutoCloseable {
  /// The number of elements of a vector.
  public static final int DIMENSION = Encoder.DIMENSION;

  /// The prefix that the authors of the model prescribe for questions only.
  private static final String INSTRUCTION =
      "Represent this sentence for searching relevant passages: ";

  private final LazyResource<Encoder> encoder = new LazyResource<>("embedding model", Encoder::new);
  private final ParallelMapper parallelMapper;

  /// @param concurrency the number of texts processed concurrently; one per core is best
  public EmbeddingModel(int concurrency) {
    this.parallelMapper = new ParallelMapper("embedding", concurrency);
  }

  /// The model, its quantization and its pooling. Vectors of two different ids cannot be compared.
  public String id() {
    return "bge-small-en-v1.5-int8-cls";
  }

  /// The number of elements of a vector.
  public int dimension() {
    return Encoder.DIMENSION;
  }

  /// Loads the model now, if it is not loaded yet. This saves the first question half a second.
  public void load() {
    encoder.use(any -> any);
  }

  /// The vector of a query.
  public float[] embedQuestion(String question) {
    return encode(INSTRUCTION + question);
  }

  /// The vector of a passage, to be found by queries or compared with other passages. Text beyond
  /// 512 tokens is ignored.
  public float[] embedPassage(String passage) {
    return encode(passage);
  }

  /// The vectors of all passages, in their order, computed concurrently.
  public List<float[]> embedPassages(List<String> passages) {
    return encoder.use(loaded -> parallelMapper.map(passages, String::length, loaded::encode));
  }

  /// The contextual vectors of the words of a text, including punctuation, for comparing two texts
  /// word by word. As fast as [#embedPassage(String)]. Text beyond 512 tokens is ignored.
  public List<WordVector> embedWords(String text) {
    return encoder.use(loaded -> loaded.encodeWords(text));
  }

  /// Waits for the texts in progress, then releases the model's memory.
  @Override
  public void close() {
    encoder.close();
    parallelMapper.close();
  }

  private float[] encode(String text) {
    return encoder.use(loaded -> loaded.encode(text));
  }
}
