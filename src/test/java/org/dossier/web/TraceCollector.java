package org.dossier.web;

import static java.util.stream.Collectors.toMap;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.opentelemetry.proto.collector.trace.v1.ExportTraceServiceRequest;
import io.opentelemetry.proto.common.v1.KeyValue;
import io.opentelemetry.proto.trace.v1.Span;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.zip.GZIPInputStream;

/// An OpenTelemetry collector: receives traces by OTLP over HTTP.
final class TraceCollector implements AutoCloseable {
  private static final long TIMEOUT_MILLIS = 30_000;

  private final List<Span> spans = new ArrayList<>();
  private final HttpServer server;

  TraceCollector() {
    try {
      server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    } catch (IOException e) {
      throw new AssertionError(e);
    }
    server.createContext("/v1/traces", this::collect);
    server.start();
  }

  String address() {
    return "http://127.0.0.1:" + server.getAddress().getPort();
  }

  private void collect(HttpExchange exchange) throws IOException {
    try (exchange) {
      var zipped = "gzip".equals(exchange.getRequestHeaders().getFirst("Content-Encoding"));
      var body = exchange.getRequestBody();
      var request = ExportTraceServiceRequest.parseFrom(zipped ? new GZIPInputStream(body) : body);
      synchronized (spans) {
        request.getResourceSpansList().stream()
            .flatMap(resource -> resource.getScopeSpansList().stream())
            .forEach(scope -> spans.addAll(scope.getSpansList()));
        spans.notifyAll();
      }
      exchange.sendResponseHeaders(200, -1);
    }
  }

  /// The spans of one trace, once the trace is complete.
  Map<String, Span> trace(String id, Predicate<Map<String, Span>> whole)
      throws InterruptedException {
    long end = System.currentTimeMillis() + TIMEOUT_MILLIS;
    synchronized (spans) {
      while (!whole.test(trace(id))) {
        long left = end - System.currentTimeMillis();
        if (left <= 0) {
          throw new AssertionError("of the trace only " + trace(id).keySet());
        }
        spans.wait(left);
      }
      return trace(id);
    }
  }

  private Map<String, Span> trace(String id) {
    return spans.stream()
        .filter(span -> HexFormat.of().formatHex(span.getTraceId().toByteArray()).equals(id))
        .collect(toMap(Span::getName, span -> span, (first, _) -> first));
  }

  static Map<String, String> attributes(Span span) {
    return span.getAttributesList().stream()
        .collect(toMap(KeyValue::getKey, attribute -> attribute.getValue().getStringValue()));
  }

  @Override
  public void close() {
    server.stop(0);
  }
}
