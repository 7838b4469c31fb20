package org.dossier.web;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;

/// Another site whose pages contain the widget. Each page has its own path and content security
/// policy.
final class OtherSite implements AutoCloseable {
  private record Page(String html, Map<String, String> headers) {}

  private final HttpServer server;
  private final ConcurrentMap<String, Page> pages = new ConcurrentHashMap<>();

  private OtherSite(HttpServer server) {
    this.server = server;
  }

  static OtherSite at(int port) {
    try {
      var server =
          HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 0);
      var otherSite = new OtherSite(server);
      server.createContext(
          "/",
          exchange -> {
            var page = otherSite.pages.get(exchange.getRequestURI().getPath());
            if (page == null) {
              exchange.sendResponseHeaders(404, -1);
              return;
            }
            var body = page.html().getBytes(StandardCharsets.UTF_8);
            exchange.getResponseHeaders().add("Content-Type", "text/html;charset=UTF-8");
            page.headers().forEach(exchange.getResponseHeaders()::add);
            exchange.sendResponseHeaders(200, body.length);
            try (var out = exchange.getResponseBody()) {
              out.write(body);
            }
          });
      server.start();
      return otherSite;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /// Publishes a page and returns its URL.
  String publish(String path, String html, Map<String, String> headers) {
    pages.put(path, new Page(html, headers));
    return address() + path;
  }

  String address() {
    return "http://127.0.0.1:" + server.getAddress().getPort();
  }

  @Override
  public void close() {
    server.stop(0);
  }
}
