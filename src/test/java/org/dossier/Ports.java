package org.dossier;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.concurrent.ThreadLocalRandom;

/// Ports of this machine, for those who have to name one before they listen on it.
public final class Ports {
  /// Below those that systems give to whoever does not ask for one, such as every client.
  private static final int LOWEST = 20_000;

  private static final int HIGHEST = 32_000;
  private static final int ATTEMPTS = 100;

  private Ports() {}

  /// One that nobody listens on, and that nobody is given by chance.
  public static int free() {
    for (int i = 0; i < ATTEMPTS; i++) {
      int port = ThreadLocalRandom.current().nextInt(LOWEST, HIGHEST);
      try (var listening = new ServerSocket(port, 1, InetAddress.getLoopbackAddress())) {
        return listening.getLocalPort();
      } catch (IOException e) {
        // Somebody's: the next one.
      }
    }
    throw new IllegalStateException("no port is free");
  }
}
