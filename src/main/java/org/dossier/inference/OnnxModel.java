package org.dossier.inference;

import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.LongBuffer;
import java.util.Arrays;
import java.util.Map;

/// A network over the tokens of a text, run by ONNX Runtime. A text is processed on the calling
/// thread, so one text per core is the fastest way to process many. Thread-safe.
final class OnnxModel implements AutoCloseable {
  /// The maximum number of tokens of one input.
  static final int WINDOW = 512;

  private final String name;
  private final OrtEnvironment environment;
  private final OrtSession session;

  /// @param name a resource on the class path
  OnnxModel(String name) {
    this.name = name;
    try (var network = resource(name)) {
      environment = NativeEnvironment.get();
      session = session(network.readAllBytes());
    } catch (IOException | OrtException e) {
      throw new ModelException("cannot load the network " + name, e);
    }
  }

  static InputStream resource(String name) throws FileNotFoundException {
    var stream = OnnxModel.class.getResourceAsStream(name);
    if (stream == null) {
      throw new FileNotFoundException("not on the class path: " + name);
    }
    return stream;
  }

  /// The outputs of the network, token by token, each with as many numbers as the network has
  /// outputs.
  ///
  /// @param ids the tokens, at most [#WINDOW]
  /// @param types the part of the text that each token belongs to
  float[] run(long[] ids, long[] types) {
    var attended = new long[ids.length];
    Arrays.fill(attended, 1);
    try (var tokens = tensor(ids);
        var mask = tensor(attended);
        var parts = tensor(types);
        var outputs =
            session.run(
                Map.of("input_ids", tokens, "attention_mask", mask, "token_type_ids", parts))) {
      var buffer = ((OnnxTensor) outputs.get(0)).getFloatBuffer();
      var values = new float[buffer.remaining()];
      buffer.get(values);
      return values;
    } catch (OrtException e) {
      throw new ModelException(name + " failed on a text of " + ids.length + " tokens", e);
    }
  }

  @Override
  public void close() {
    try {
      session.close();
    } catch (OrtException e) {
      throw new ModelException("cannot close the network " + name, e);
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
}
