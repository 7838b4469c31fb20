package org.dossier.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class IoErrorMessagesTest {
  @TempDir Path folder;

  @Test
  void aMissingFileIsReported() {
    var missing = folder.resolve("missing");

    assertThat(IoErrorMessages.describe(faultOf(missing)))
        .isEqualTo(missing + ": the file does not exist");
  }

  @Test
  void missingPermissionIsReported() {
    assertThat(IoErrorMessages.describe(new AccessDeniedException("/data/lock")))
        .startsWith("/data/lock: the user of this process (")
        .endsWith(") has no permission");
  }

  @Test
  void theReasonOfTheSystemIsReported() {
    var full = new FileSystemException("/data/lock", null, "No space left on device");

    assertThat(IoErrorMessages.describe(full)).isEqualTo("/data/lock: No space left on device");
  }

  @Test
  void otherMessagesAreUnchanged() {
    assertThat(IoErrorMessages.describe(new IOException("cut off"))).isEqualTo("cut off");
    assertThat(IoErrorMessages.describe(new IOException())).isEqualTo("java.io.IOException");
  }

  private static IOException faultOf(Path missing) {
    return catchThrowableOfType(IOException.class, () -> Files.size(missing));
  }
}
