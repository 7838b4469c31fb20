package org.dossier.search.lucene;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.apache.lucene.store.IOContext;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

class OwnerOnlyDirectoryTest {
  /// The flag of a mapping whose pages are read in any order, in the kernel's list of mappings.
  private static final String RANDOM = " rr";

  @Test
  @EnabledOnOs(OS.LINUX)
  void theSystemDoesNotReadAheadInVectors(@TempDir Path folder) throws IOException {
    assertThat(flags(folder, "_0.vec")).contains(RANDOM);
    assertThat(flags(folder, "_0.veq")).doesNotContain(RANDOM);
  }

  /// The flags of the mapping of a file.
  private static String flags(Path folder, String name) throws IOException {
    try (var directory = new OwnerOnlyDirectory(folder)) {
      try (var output = directory.createOutput(name, IOContext.DEFAULT)) {
        output.writeBytes(new byte[1 << 16], 1 << 16);
      }
      try (var input = directory.openInput(name, IOContext.DEFAULT)) {
        assertThat(input.length()).isEqualTo(1 << 16);
        return Files.readAllLines(Path.of("/proc/self/smaps")).stream()
            .dropWhile(line -> !line.endsWith("/" + name))
            .filter(line -> line.startsWith("VmFlags:"))
            .findFirst()
            .orElseThrow();
      }
    }
  }
}
