package org.dossier.app;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import org.dossier.cli.CommandException;
import org.junit.jupiter.api.Test;

class PortCheckTest {
  @Test
  void aPortInUseIsReported() throws IOException {
    try (var other = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      assertThatThrownBy(() -> PortCheck.check("127.0.0.1", other.getLocalPort()))
          .isInstanceOf(CommandException.class)
          .hasMessageContaining("port " + other.getLocalPort() + " of 127.0.0.1 is not available");
    }
  }

  @Test
  void otherPortsAndHostsAreLeftToTheFramework() {
    assertThatCode(() -> PortCheck.check("127.0.0.1", 0)).doesNotThrowAnyException();
    assertThatCode(() -> PortCheck.check("host.invalid", 0)).doesNotThrowAnyException();
  }
}
