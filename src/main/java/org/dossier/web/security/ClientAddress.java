package org.dossier.web.security;

import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpVersion;
import java.net.Inet6Address;
import java.net.InetAddress;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/// The client that sent a request.
///
/// @param name the IP address; for IPv6 the first 64 bits, because one client owns all addresses of
///   such a network
/// @param isThisMachine true if the client runs on this machine and sends on its own behalf: it
///   calls this server by a name of this machine, which DNS cannot redirect, and does not forward
///   requests
record ClientAddress(String name, boolean isThisMachine) {
  private static final int NETWORK_BYTES = 8;

  /// Headers that proxies add to forwarded requests.
  private static final List<String> FORWARDING =
      List.of(
          "forwarded",
          "forwarded-for",
          "via",
          "true-client-ip",
          "cf-connecting-ip",
          "cf-connecting-ipv6",
          "fastly-client-ip",
          "x-real-ip",
          "x-client-ip",
          "x-cluster-client-ip",
          "x-envoy-external-address",
          "x-original-host",
          "x-originating-ip");

  private static final String FORWARDING_PREFIX = "x-forwarded";

  static ClientAddress of(HttpServerRequest request, TrustedProxies proxies) {
    var address = proxies.client(request);
    return new ClientAddress(name(address), address.isLoopbackAddress() && isDirect(request));
  }

  private static boolean isDirect(HttpServerRequest request) {
    var authority = request.authority();
    return authority != null
        && HostHeaderCheck.isThisMachine(authority.host())
        && !isTunnelled(request)
        && request.headers().names().stream().noneMatch(ClientAddress::isForwarding);
  }

  /// Cleartext HTTP/2 may run in a connection that a proxy opened for HTTP/1.1 and upgraded at its
  /// client's request. The proxy adds its headers to the first request only.
  private static boolean isTunnelled(HttpServerRequest request) {
    return request.version() == HttpVersion.HTTP_2 && !request.isSSL();
  }

  private static boolean isForwarding(String header) {
    var name = header.toLowerCase(Locale.ROOT);
    return name.startsWith(FORWARDING_PREFIX) || FORWARDING.contains(name);
  }

  static String name(InetAddress address) {
    return address instanceof Inet6Address
        ? Arrays.toString(Arrays.copyOf(address.getAddress(), NETWORK_BYTES))
        : address.getHostAddress();
  }
}
