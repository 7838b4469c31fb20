package org.dossier.cli;

import java.net.URI;
import org.jspecify.annotations.Nullable;

/// A server that is already running: the one that has the data folder, or one that the command line
/// names.
///
/// @param address the address that it announced
/// @param pid its process id; null if not known
/// @param token the access token to send to it; null for none
public record RunningServer(URI address, @Nullable Long pid, @Nullable String token) {
  public Backend backend() {
    return new HttpBackend(address, token);
  }

  public ServerClient client() {
    return new ServerClient(address, token);
  }
}
