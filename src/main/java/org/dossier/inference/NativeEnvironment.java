package org.dossier.inference;

import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtLoggingLevel;

/// The environment of ONNX Runtime, kept until the process ends.
///
/// The library frees it in a shutdown hook of its own, while other hooks still wait for work in
/// progress. A thread that then runs or loads a network crashes the process. The library counts the
/// users of the environment, so one additional user that never releases it keeps it. The library
/// offers no other way to do this.
final class NativeEnvironment {
  private static final OrtEnvironment INSTANCE = create();

  private NativeEnvironment() {}

  static OrtEnvironment get() {
    return INSTANCE;
  }

  private static OrtEnvironment create() {
    var environment = OrtEnvironment.getEnvironment();
    try {
      var api = Class.forName("ai.onnxruntime.OnnxRuntime").getDeclaredField("ortApiHandle");
      api.setAccessible(true);
      var use =
          OrtEnvironment.class.getDeclaredMethod(
              "createHandle", long.class, int.class, String.class);
      use.setAccessible(true);
      int level = OrtLoggingLevel.ORT_LOGGING_LEVEL_WARNING.getValue();
      use.invoke(null, api.getLong(null), level, OrtEnvironment.DEFAULT_NAME);
    } catch (ReflectiveOperationException e) {
      throw new ModelException("unsupported version of ONNX Runtime", e);
    }
    return environment;
  }
}
