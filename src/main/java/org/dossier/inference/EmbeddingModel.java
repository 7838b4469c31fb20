package org.dossier.inference;

import java.util.List;

/// Turns text into vectors whose cosine says how near two meanings are: bge-small-en-v1.5, run in
/// this process. Every vector has length 1, so the dot product of two is their cosine.
///
/// Making one is cheap: the model is read on first use, or by [#load()]. The same text gives the
/// same vector, whatever else is computed at the time. Safe for any number of threads; whoever made
/// it closes it, and a closed one throws [IllegalStateException].
public final class EmbeddingModel implements AutoCloseable {

  /// What the authors of the model put before a question, and only there.
  private static final String INSTRUCTION =
      "Represent this sentence for searching relevant passages: ";

  private final LazyResource<Encoder> encoder = new LazyResource<>("embedding model", Encoder::new);
  private final ParallelMapper parallelMapper;

  /// @param atOnce how many texts are worked on at a time: one a core is best
  public EmbeddingModel(int atOnce) {
    this.parallelMapper = new ParallelMapper("embedding", atOnce);
  }

  /// Names the model, its quantization and its pooling: vectors of two different ids cannot be
  /// compared.
  public String id() {
    return "bge-small-en-v1.5-int8-cls";
  }

  /// How many numbers a vector has.
  public int dimension() {
    return Encoder.DIMENSION;
  }

  /// Reads the model now, if it was not yet: half a second that the first question need not wait.
  public void load() {
    encoder.use(any -> any);
  }

  /// The vector to search passages with.
  public float[] ofQuestion(String question) {
    return encode(INSTRUCTION + question);
  }

  /// The vector to be found by, or to compare two passages by. What exceeds 512 tokens is left out.
  public float[] ofPassage(String passage) {
    return encode(passage);
  }

  /// The vectors of all these, in their order; several are computed at once.
  public List<float[]> ofPassages(List<String> passages) {
    return encoder.use(loaded -> parallelMapper.each(passages, String::length, loaded::encode));
  }

  /// The words of a text, punctuation among them, for comparing two texts word by word; as fast as
  /// [#ofPassage(String)]. What exceeds 512 tokens is left out.
  public List<WordVector> ofWords(String text) {
    return encoder.use(loaded -> loaded.encodeWords(text));
  }

  /// Waits for the texts under way, then gives the model's memory back.
  @Override
  public void close() {
    encoder.close();
    parallelMapper.close();
  }

  private float[] encode(String text) {
    return encoder.use(loaded -> loaded.encode(text));
  }
}
