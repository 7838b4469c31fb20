package org.dossier.app;

import io.quarkus.runtime.LaunchMode;
import io.quarkus.runtime.QuarkusBindException;
import java.io.IOException;
import java.net.BindException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import org.dossier.cli.CommandException;
import org.dossier.cli.ErrorReporter;
import org.eclipse.microprofile.config.ConfigProvider;

/// Detects that the port is in use before a new archive is filled and indexed. The framework binds
/// it only afterwards, and reports then if another program was faster.
final class PortCheck {
  private PortCheck() {}

  /// @throws CommandException if another program uses the configured port
  static void check() {
    if (LaunchMode.current() != LaunchMode.NORMAL) {
      // Tests use another port.
      return;
    }
    var config = ConfigProvider.getConfig();
    check(
        config.getValue("quarkus.http.host", String.class),
        config.getOptionalValue("quarkus.http.port", Integer.class).orElse(0));
  }

  static void check(String host, int port) {
    try (var socket = new ServerSocket()) {
      socket.setReuseAddress(true);
      socket.bind(new InetSocketAddress(InetAddress.getByName(host), port));
    } catch (BindException e) {
      throw new CommandException(
          ErrorReporter.portInUse(new QuarkusBindException(host, port, e)), e);
    } catch (IOException _) {
      // The framework reports it.
    }
  }
}
