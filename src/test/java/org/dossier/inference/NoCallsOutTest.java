package org.dossier.inference;

import static org.assertj.core.api.Assertions.assertThat;

import ai.djl.huggingface.tokenizers.HuggingFaceTokenizer;
import java.io.IOException;
import java.net.Socket;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

/// The tokenizer's library would report its use to a host of its makers. Each test starts a JVM
/// that counts the requested sockets and creates none, so that nothing leaves the machine
/// regardless of the outcome.
final class NoCallsOutTest {

  private static final int CALLED_OUT = 42;

  @Test
  void embeddingOpensNoSocket() throws Exception {
    assertThat(exitOf(Embedding.class)).isZero();
  }

  @Test
  void theTokenizerByDefaultOpensASocket() throws Exception {
    assertThat(exitOf(BareTokenizer.class)).isEqualTo(CALLED_OUT);
  }

  static final class Embedding {
    public static void main(String... args) throws Exception {
      var asked = countingSockets();
      try (var model = new EmbeddingModel(1)) {
        model.embedPassages(List.of("The harbour master opened the new lock."));
      }
      System.exit(asked.get() == 0 ? 0 : CALLED_OUT);
    }
  }

  static final class BareTokenizer {
    public static void main(String... args) throws Exception {
      var asked = countingSockets();
      try (var vocabulary =
              Encoder.class.getResourceAsStream("/bge-small-en-v1.5-q-tokenizer.json");
          var tokenizer = HuggingFaceTokenizer.newInstance(vocabulary, Map.of())) {
        tokenizer.encode("The harbour master opened the new lock.");
      } finally {
        System.exit(asked.get() == 0 ? 0 : CALLED_OUT);
      }
    }
  }

  @SuppressWarnings("deprecation") // the only factory of sockets
  private static AtomicInteger countingSockets() throws IOException {
    var asked = new AtomicInteger();
    Socket.setSocketImplFactory(() -> {
      asked.incrementAndGet();
      throw new IllegalStateException("no sockets here");
    });
    return asked;
  }

  private static int exitOf(Class<?> main) throws Exception {
    var command =
        new ProcessBuilder(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "--enable-native-access=ALL-UNNAMED",
            "-cp",
            System.getProperty("java.class.path"),
            main.getName());
    command
        .environment()
        .keySet()
        .removeAll(List.of("OPT_OUT_TRACKING", "DJL_OFFLINE", "JAVA_TOOL_OPTIONS"));
    var child =
        command
            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
            .redirectError(ProcessBuilder.Redirect.DISCARD)
            .start();
    assertThat(child.waitFor(2, TimeUnit.MINUTES)).isTrue();
    return child.exitValue();
  }
}
