package org.dossier.inference;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/// A terminating process completes its work first, which may include running networks.
final class NativeEnvironmentTest {
  @Test
  void networksRunDuringShutdown() throws Exception {
    var child =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "--enable-native-access=ALL-UNNAMED",
                "-XX:TieredStopAtLevel=1",
                "-cp",
                System.getProperty("java.class.path"),
                LastWork.class.getName())
            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
            .redirectError(ProcessBuilder.Redirect.DISCARD)
            .start();
    assertThat(child.waitFor(2, TimeUnit.MINUTES)).isTrue();
    assertThat(child.exitValue()).isEqualTo(LastWork.DONE);
  }

  /// Exits immediately. A shutdown hook continues to run a network, and loads another one, long
  /// after the library's own hook has ended.
  static final class LastWork {
    static final int DONE = 7;

    private LastWork() {}

    public static void main(String... arguments) {
      var model = new EmbeddingModel(1);
      model.load();
      Runtime.getRuntime()
          .addShutdownHook(
              new Thread(() -> {
                awaitOtherHooks();
                model.embedPassages(List.of("The harbour master opened the new lock."));
                new ReaderModel(1).load();
                Runtime.getRuntime().halt(DONE);
              }));
      System.exit(0);
    }

    private static void awaitOtherHooks() {
      var own = Thread.currentThread();
      Thread.getAllStackTraces().keySet().stream()
          .filter(thread -> !thread.equals(own) && thread.getName().startsWith("Thread-"))
          .forEach(LastWork::join);
    }

    private static void join(Thread hook) {
      try {
        hook.join();
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
      }
    }
  }
}
