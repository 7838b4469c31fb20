package org.dossier.web;

import io.vertx.core.http.HttpServerRequest;
import java.net.Inet6Address;
import java.net.InetAddress;
import java.util.Arrays;

/// Who sent a request, as far as the network tells.
///
/// @param name its address; of IPv6 the first half, within which one client has any number of them
/// @param isThisMachine whether it runs on this machine
record Client(String name, boolean isThisMachine) {
  private static final int NETWORK_BYTES = 8;

  static Client of(HttpServerRequest request) {
    return of(request.remoteAddress().hostAddress());
  }

  /// @param address in digits; what a proxy tells may be anything, which then is the name
  static Client of(String address) {
    try {
      var literal = InetAddress.ofLiteral(address);
      return new Client(name(literal), literal.isLoopbackAddress());
    } catch (IllegalArgumentException e) {
      return new Client(address, false);
    }
  }

  private static String name(InetAddress address) {
    return address instanceof Inet6Address
        ? Arrays.toString(Arrays.copyOf(address.getAddress(), NETWORK_BYTES))
        : address.getHostAddress();
  }
}
