package org.dossier.web;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.jspecify.annotations.Nullable;

/// A TCP proxy between a browser and the server. It can be held or cut in the middle of an answer,
/// as if the server was slow or had crashed.
final class ControllableProxy implements AutoCloseable {
  private final ServerSocket entrance;
  private final int server;
  private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
  private final Set<Socket> open = ConcurrentHashMap.newKeySet();
  private @Nullable String holdAfter;
  private @Nullable String cutAt;
  private boolean dead;
  private int released;

  /// @param server the port of the server on this machine
  ControllableProxy(int server) {
    this.server = server;
    try {
      this.entrance = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    threads.execute(this::accept);
  }

  String address() {
    return "http://127.0.0.1:" + entrance.getLocalPort();
  }

  /// Holds every response after the event with this name, until [#resume].
  synchronized void holdAfter(String event) {
    holdAfter = event;
  }

  /// Forwards the held data, and holds again as after [#holdAfter].
  synchronized void releaseHeld() {
    released++;
    notifyAll();
  }

  /// Cuts the connection before the event with this name, and stays down until [#resume].
  synchronized void cutBefore(String event) {
    cutAt = event;
  }

  /// Rejects all connections until [#resume].
  synchronized void goDown() {
    dead = true;
    open.forEach(ControllableProxy::closeQuietly);
  }

  /// Forwards everything again, including held data.
  synchronized void resume() {
    holdAfter = null;
    cutAt = null;
    dead = false;
    notifyAll();
  }

  @Override
  public void close() throws IOException {
    resume();
    entrance.close();
    open.forEach(ControllableProxy::closeQuietly);
    threads.shutdownNow();
  }

  private void accept() {
    while (!entrance.isClosed()) {
      try {
        connect(entrance.accept());
      } catch (IOException e) {
        return; // It is closed.
      }
    }
  }

  private synchronized void connect(Socket browser) throws IOException {
    if (dead) {
      browser.close();
      return;
    }
    var far = new Socket(InetAddress.getLoopbackAddress(), server);
    open.add(browser);
    open.add(far);
    threads.execute(() -> resume(browser, far, false));
    threads.execute(() -> resume(far, browser, true));
  }

  private void resume(Socket from, Socket to, boolean answers) {
    try (from;
        to) {
      var in = from.getInputStream();
      var out = to.getOutputStream();
      var unsent = new StringBuilder();
      var bytes = new byte[1 << 16];
      for (int read = in.read(bytes); read >= 0; read = in.read(bytes)) {
        unsent.append(new String(bytes, 0, read, StandardCharsets.ISO_8859_1));
        if (!answers || mayForward(unsent, out)) {
          send(unsent, unsent.length(), out);
        }
      }
    } catch (IOException e) {
      // If one side closes, the other is closed too.
    } finally {
      open.remove(from);
      open.remove(to);
    }
  }

  /// Waits while the unsent data must be held. The name of an event arrives in one piece, because
  /// the server flushes each event; its data may be split.
  ///
  /// @return false if more data must arrive first
  private synchronized boolean mayForward(StringBuilder unsent, OutputStream out)
      throws IOException {
    if (cutAt != null && unsent.indexOf("event:" + cutAt) >= 0) {
      goDown();
      throw new IOException("dead");
    }
    int event = holdAfter == null ? -1 : unsent.indexOf("event:" + holdAfter);
    int end = event < 0 ? -1 : unsent.indexOf("\n\n", event);
    if (event >= 0 && end < 0) {
      return false;
    }
    if (event >= 0) {
      send(unsent, end + 2, out);
      awaitCarrying();
      // The next event to hold at may follow.
      return mayForward(unsent, out);
    }
    return true;
  }

  private static void send(StringBuilder unsent, int end, OutputStream out) throws IOException {
    out.write(unsent.substring(0, end).getBytes(StandardCharsets.ISO_8859_1));
    out.flush();
    unsent.delete(0, end);
  }

  private synchronized void awaitCarrying() throws IOException {
    try {
      int before = released;
      while (holdAfter != null && released == before) {
        wait();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException(e);
    }
  }

  private static void closeQuietly(Socket socket) {
    try {
      socket.close();
    } catch (IOException e) {
      // Already closed.
    }
  }
}
