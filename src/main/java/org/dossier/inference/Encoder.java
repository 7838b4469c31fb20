package org.dossier.inference;

import java.util.Arrays;
import java.util.List;
import org.dossier.inference.Vocabulary.Tokens;

/// bge-small-en-v1.5, quantized to int8, as it lies in the jar of LangChain4j: a text becomes a
/// vector. Safe for any number of threads.
final class Encoder implements AutoCloseable {

  static final int DIMENSION = 384;

  private static final String NETWORK = "/bge-small-en-v1.5-q.onnx";

  private final Vocabulary vocabulary = Vocabulary.shared();
  private final OnnxModel onnxModel = new OnnxModel(NETWORK);

  /// The vector of `text`, of length 1: that of its first token, as the authors of the model pool.
  float[] encode(String text) {
    return normalize(Arrays.copyOf(states(tokens(text)), DIMENSION));
  }

  /// A vector for each word where it stands: the mean of its pieces'.
  List<WordVector> encodeWords(String text) {
    var tokens = tokens(text);
    return WordVectorAssembler.words(tokens, states(tokens));
  }

  private Tokens tokens(String text) {
    return vocabulary.tokens(text).first(OnnxModel.WINDOW - 2);
  }

  /// The network's last hidden states, [#DIMENSION] numbers a token, those of [Vocabulary#CLS]
  /// first.
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
