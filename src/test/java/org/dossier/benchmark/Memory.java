package org.dossier.benchmark;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;

/// The memory use of this process.
final class Memory {
  private static final Path SELF = Path.of("/proc/self");
  private static final String RESIDENT = "VmRSS:";
  private static final double BYTES_A_KILOBYTE = 1024;

  private Memory() {}

  /// Memory after garbage collection, in bytes: the resident set including mapped files, and the
  /// used heap.
  static double[] now() {
    // The first collection may only identify garbage, and the heap shrinks step by step.
    for (int i = 0; i < 3; i++) {
      System.gc();
    }
    var heap = ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed();
    try {
      return new double[] {residentBytes(), heap};
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static double residentBytes() throws IOException {
    return Files.exists(SELF) ? residentBytes(SELF) : fromPs() * BYTES_A_KILOBYTE;
  }

  /// The resident memory of the process with this folder under `/proc`.
  static double residentBytes(Path process) throws IOException {
    long kilobytes =
        Files.readAllLines(process.resolve("status")).stream()
            .filter(line -> line.startsWith(RESIDENT))
            .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")))
            .findFirst()
            .orElseThrow();
    return kilobytes * BYTES_A_KILOBYTE;
  }

  /// The resident memory on macOS, which has no `/proc`.
  private static long fromPs() throws IOException {
    var pid = String.valueOf(ProcessHandle.current().pid());
    var process = new ProcessBuilder("ps", "-o", "rss=", "-p", pid).start();
    try (var output = process.inputReader()) {
      return Long.parseLong(Objects.requireNonNull(output.readLine(), "ps has no output").strip());
    }
  }
}
