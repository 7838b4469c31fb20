package org.dossier.web.security;

import io.netty.handler.ipfilter.IpFilterRuleType;
import io.netty.handler.ipfilter.IpSubnetFilterRule;
import io.vertx.core.http.HttpServerRequest;
import jakarta.inject.Singleton;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.dossier.auth.InvalidSettingException;
import org.dossier.web.request.WebConfig;
import org.jspecify.annotations.Nullable;

/// Finds the client behind reverse proxies. A proxy appends the address of its own client to
/// `X-Forwarded-For`, so entries are trusted from the right, and only as long as a trusted proxy
/// wrote them. Entries further left may be forged by the client.
@Singleton
final class TrustedProxies {
  static final String FORWARDED_FOR = "X-Forwarded-For";

  private static final String SETTING = "dossier.web.trusted-proxies";
  private static final int IPV4_BITS = 32;
  private static final int IPV6_BITS = 128;

  private final List<IpSubnetFilterRule> networks;

  /// @throws InvalidSettingException if an entry of the setting is neither an address nor a network
  TrustedProxies(WebConfig config) {
    this.networks =
        config.trustedProxies().orElse(Set.of()).stream().map(TrustedProxies::network).toList();
  }

  /// The address of the client that sent `request`: the sender of the connection, or, if the sender
  /// is a trusted proxy, the last address in `X-Forwarded-For` that is not a trusted proxy. An
  /// entry that is not an address ends the search: the client is then the proxy that sent it.
  InetAddress client(HttpServerRequest request) {
    // Not `request.remoteAddress()`, which the framework may have replaced by a value from a
    // header.
    var sender = request.connection().remoteAddress().hostAddress();
    return client(InetAddress.ofLiteral(sender), request.headers().getAll(FORWARDED_FOR));
  }

  InetAddress client(InetAddress sender, List<String> forwardedFor) {
    var entries = entries(forwardedFor);
    var client = sender;
    while (isTrusted(client) && !entries.isEmpty()) {
      var previous = address(entries.removeLast());
      if (previous == null) {
        return client;
      }
      client = previous;
    }
    return client;
  }

  private boolean isTrusted(InetAddress address) {
    var socket = new InetSocketAddress(address, 0);
    return networks.stream().anyMatch(network -> network.matches(socket));
  }

  private static List<String> entries(List<String> headers) {
    var entries = new ArrayList<String>();
    for (var header : headers) {
      entries.addAll(List.of(header.split(",", -1)));
    }
    return entries;
  }

  /// Parses `192.0.2.1`, `192.0.2.1:4711`, `2001:db8::1` and `[2001:db8::1]:4711`; `null` for
  /// anything else.
  private static @Nullable InetAddress address(String entry) {
    var text = entry.strip();
    if (text.startsWith("[")) {
      int end = text.indexOf(']');
      return end < 0 ? null : literal(text.substring(1, end));
    }
    int colon = text.indexOf(':');
    boolean hasPort = colon >= 0 && colon == text.lastIndexOf(':');
    return literal(hasPort ? text.substring(0, colon) : text);
  }

  private static @Nullable InetAddress literal(String text) {
    try {
      return InetAddress.ofLiteral(text);
    } catch (IllegalArgumentException _) {
      return null;
    }
  }

  private static IpSubnetFilterRule network(String entry) {
    int slash = entry.indexOf('/');
    var address = literal(slash < 0 ? entry : entry.substring(0, slash));
    if (address == null) {
      throw invalid(entry);
    }
    int bits = address.getAddress().length == 4 ? IPV4_BITS : IPV6_BITS;
    try {
      int prefix = slash < 0 ? bits : Integer.parseInt(entry.substring(slash + 1));
      return new IpSubnetFilterRule(address, prefix, IpFilterRuleType.ACCEPT);
    } catch (IllegalArgumentException e) {
      throw invalid(entry);
    }
  }

  private static InvalidSettingException invalid(String entry) {
    return new InvalidSettingException(
        SETTING,
        "“%s” is neither an address such as 192.0.2.1 nor a network such as 10.0.0.0/8"
            .formatted(entry));
  }
}
