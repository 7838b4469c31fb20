package org.dossier.model;

import ai.djl.huggingface.tokenizers.HuggingFaceTokenizer;
import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.LongBuffer;
import java.util.Map;

/// The tokenizer and the network of bge-small-en-v1.5, quantized to int8, as they lie in the jar of
/// LangChain4j. The network is run by ONNX Runtime directly: a text stays on the thread that brings
/// it, so that one text a core is the fastest way through many. Safe for any number of threads.
final class Encoder implements AutoCloseable {

  static final int DIMENSION = 384;

  private static final String NETWORK = "/bge-small-en-v1.5-q.onnx";
  private static final String TOKENIZER = "/bge-small-en-v1.5-q-tokenizer.json";
  private static final int MAX_TOKENS = 512;

  static {
    // The tokenizer's library reports each load to a host of its makers unless told not to, and
    // looks for other builds of its native part in the network unless told that there is none.
    System.setProperty("OPT_OUT_TRACKING", "true");
    System.setProperty("ai.djl.offline", "true");
  }

  private final OrtEnvironment environment;
  private final OrtSession session;
  private final HuggingFaceTokenizer tokenizer;

  Encoder() {
    try (var vocabulary = resource(TOKENIZER);
        var network = resource(NETWORK)) {
      var options =
          Map.of("padding", "false", "truncation", "true", "maxLength", String.valueOf(MAX_TOKENS));
      tokenizer = HuggingFaceTokenizer.newInstance(vocabulary, options);
      environment = OrtEnvironment.getEnvironment();
      session = session(network.readAllBytes());
    } catch (IOException | OrtException e) {
      throw new ModelException("cannot read the embedding model " + NETWORK, e);
    }
  }

  /// The vector of `text`, of length 1: that of its first token, as the authors of the model pool.
  float[] encode(String text) {
    var tokens = tokenizer.encode(text);
    try (var ids = tensor(tokens.getIds());
        var mask = tensor(tokens.getAttentionMask());
        var types = tensor(tokens.getTypeIds());
        var outputs =
            session.run(
                Map.of("input_ids", ids, "attention_mask", mask, "token_type_ids", types))) {
      var first = new float[DIMENSION];
      ((OnnxTensor) outputs.get(0)).getFloatBuffer().get(first);
      return normalised(first);
    } catch (OrtException e) {
      throw new ModelException("cannot embed a text of " + text.length() + " characters", e);
    }
  }

  @Override
  public void close() {
    tokenizer.close();
    try {
      session.close();
    } catch (OrtException e) {
      throw new ModelException("cannot close the embedding model", e);
    }
  }

  private OrtSession session(byte[] network) throws OrtException {
    try (var options = new OrtSession.SessionOptions()) {
      options.setIntraOpNumThreads(1);
      options.setInterOpNumThreads(1);
      options.addConfigEntry("session.intra_op.allow_spinning", "0");
      options.addConfigEntry("session.inter_op.allow_spinning", "0");
      return environment.createSession(network, options);
    }
  }

  private OnnxTensor tensor(long[] values) throws OrtException {
    return OnnxTensor.createTensor(
        environment, LongBuffer.wrap(values), new long[] {1, values.length});
  }

  private static float[] normalised(float[] vector) {
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

  private static InputStream resource(String name) throws FileNotFoundException {
    var stream = Encoder.class.getResourceAsStream(name);
    if (stream == null) {
      throw new FileNotFoundException("not on the class path: " + name);
    }
    return stream;
  }
}
