package org.dossier;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.concurrent.ThreadLocalRandom;

/// Free ports of this machine, for tests that must know a port before they listen on it.
public final class Ports {
  /// Below the range of ephemeral ports, which systems assign to clients.
  private static final int LOWEST = 20_000;

  private static final int HIGHEST = 32_000;
  private static final int ATTEMPTS = 100;

  private Ports() {}

  /// A port that no process listens on, and that the system does not assign to clients.
  public static int free() {
    for (int i = 0; i < ATTEMPTS; i++) {
      int port = ThreadLocalRandom.current().nextInt(LOWEST, HIGHEST);
      try (var listening = new ServerSocket(port, 1, InetAddress.getLoopbackAddress())) {
        return listening.getLocalPort();
      } catch (IOException e) {
        // In use; try the next one.
      }
    }
    throw new IllegalStateException("no port is free");
  }
}
