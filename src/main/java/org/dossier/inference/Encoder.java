package org.dossier.inference;

import java.util.Arrays;
import java.util.List;
import org.dossier.inference.Vocabulary.Tokens;

/// The encoder bge-small-en-v1.5, quantized to int8, from the jar of LangChain4j. Thread-safe.
final class Encoder implements AutoCloseable {

  static final int DIMENSION = 384;

  private static final String NETWORK = "/bge-small-en-v1.5-q.onnx";

  private final Vocabulary vocabulary = Vocabulary.shared();
  private final OnnxModel onnxModel = new OnnxModel(NETWORK);

  /// The vector of `text`, of length 1: that of the first token, which is the pooling of the
  /// model's authors.
  float[] encode(String text) {
    return normalize(Arrays.copyOf(states(tokens(text)), DIMENSION));
  }

  /// A contextual vector for each word: the mean of the vectors of its word pieces.
  List<WordVector> encodeWords(String text) {
    var tokens = tokens(text);
    return WordVectorAssembler.assemble(tokens, states(tokens));
  }

  private Tokens tokens(String text) {
    return vocabulary.tokens(text).truncate(OnnxModel.WINDOW - 2);
  }

  /// The network's last hidden states: [#DIMENSION] numbers per token, beginning with those of
  /// [Vocabulary#CLS].
  private float[] states(Tokens tokens) {
    var ids = new long[tokens.size() + 2];
    ids[0] = Vocabulary.CLS;
    System.arraycopy(tokens.ids(), 0, ids, 1, tokens.size());
    ids[ids.length - 1] = Vocabulary.SEP;
    return onnxModel.run(ids, new long[ids.length]);
  }

  @Override
  public void close() {
    onnxModel.close();
  }

  static float[] normalize(float[] vector) {
    double square = 0;
    for (float value : vector) {
      square += (double) value * value;
    }
    double length = Math.sqrt(square);
    for (int i = 0; i < vector.length; i++) {
      vector[i] = (float) (vector[i] / length);
    }
    return vector;
  }
}
