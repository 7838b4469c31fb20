package org.dossier.web;

import io.vertx.core.http.HttpServerRequest;
import java.net.Inet6Address;
import java.net.InetAddress;
import java.util.Arrays;
import java.util.List;

/// Who sent a request, as far as the network tells.
///
/// @param name its address; of IPv6 the first half, within which one client has any number of them
/// @param isThisMachine whether it runs on this machine, and sends for itself: it calls this server
///   by a name of this machine, which nobody's name can be made to mean, and hands nothing on
record Client(String name, boolean isThisMachine) {
  private static final int NETWORK_BYTES = 8;

  /// What proxies add to what they hand on. A request that has one of these comes from elsewhere,
  /// whatever else it says.
  private static final List<String> HANDED_ON =
      List.of("Forwarded", "X-Forwarded-For", "X-Forwarded-Host", "X-Real-IP", "Via");

  static Client of(HttpServerRequest request) {
    var sender = of(request.remoteAddress().hostAddress());
    return new Client(sender.name(), sender.isThisMachine() && isSentHere(request));
  }

  private static boolean isSentHere(HttpServerRequest request) {
    var called = request.authority();
    return called != null
        && LoopbackRule.isThisMachine(called.host())
        && HANDED_ON.stream().noneMatch(header -> request.headers().contains(header));
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
