package org.dossier.database;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import org.junit.jupiter.api.Test;

class CauseChainTest {

  @Test
  void theChainContainsTheExceptionAndAllItsCauses() {
    var root = new IOException("root");
    var middle = new IllegalStateException(root);
    var top = new RuntimeException(middle);

    assertThat(CauseChain.of(top)).containsExactly(top, middle, root);
    assertThat(CauseChain.of(root)).containsExactly(root);
  }
}
