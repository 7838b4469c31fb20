package org.dossier.search.opensearch;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.atomic.LongAdder;
import java.util.stream.Stream;
import org.apache.hc.core5.http.Header;
import org.apache.hc.core5.http.HttpHeaders;
import org.apache.hc.core5.http.HttpHost;
import org.apache.hc.core5.http.message.BasicHeader;
import org.apache.hc.core5.util.Timeout;
import org.dossier.search.EngineStatus;
import org.dossier.search.IndexException;
import org.jspecify.annotations.Nullable;
import org.opensearch.client.opensearch.generic.Body;
import org.opensearch.client.opensearch.generic.OpenSearchGenericClient;
import org.opensearch.client.opensearch.generic.Requests;
import org.opensearch.client.transport.OpenSearchTransport;
import org.opensearch.client.transport.httpclient5.ApacheHttpClient5TransportBuilder;
import org.opensearch.client.transport.httpclient5.ResponseException;

/// Sends requests to an OpenSearch cluster. Bodies are JSON, made of maps and lists. Safe for any
/// number of threads.
final class SearchCluster implements AutoCloseable {
  static final int NOT_FOUND = 404;
  private static final int UNAUTHORIZED = 401;
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final String NDJSON = "application/x-ndjson";
  private static final int MAX_CAUSE = 500;

  private static final int SERVER_ERROR = 500;

  private final LongAdder requests = new LongAdder();
  private final LongAdder failures = new LongAdder();
  private final LongAdder nanos = new LongAdder();
  private final String address;
  private final OpenSearchTransport transport;
  private final OpenSearchGenericClient client;

  SearchCluster(OpenSearchSettings settings) {
    this.address = settings.toString();
    this.transport = transport(settings);
    this.client = new OpenSearchGenericClient(transport);
  }

  private static OpenSearchTransport transport(OpenSearchSettings settings) {
    var url = settings.address();
    var timeout = Timeout.of(settings.timeout());
    var builder =
        ApacheHttpClient5TransportBuilder.builder(
                new HttpHost(url.getScheme(), url.getHost(), url.getPort()))
            .setConnectionConfigCallback(
                connection -> connection.setConnectTimeout(timeout).setSocketTimeout(timeout))
            .setRequestConfigCallback(
                request -> request.setResponseTimeout(timeout).setConnectionRequestTimeout(timeout))
            .setDefaultHeaders(headers(settings));
    if (settings.trustedCertificates() != null) {
      var connections = TrustedConnections.manager(settings.trustedCertificates(), timeout);
      builder.setHttpClientConfigCallback(client -> client.setConnectionManager(connections));
    }
    var path = url.getPath();
    if (path != null && path.length() > 1) {
      builder.setPathPrefix(path);
    }
    return builder.build();
  }

  /// Credentials are sent with every request: the challenge would double the number of requests.
  private static Header[] headers(OpenSearchSettings settings) {
    if (settings.user() == null) {
      return new Header[0];
    }
    var credentials = settings.user() + ":" + settings.password();
    var encoded = Base64.getEncoder().encodeToString(credentials.getBytes(StandardCharsets.UTF_8));
    return new Header[] {new BasicHeader(HttpHeaders.AUTHORIZATION, "Basic " + encoded)};
  }

  /// A response.
  ///
  /// @param body missing if the response has none
  record Reply(int status, JsonNode body) {
    boolean isSuccess() {
      return status >= 200 && status < 300;
    }
  }

  /// Sends one request and returns the response, of any status.
  ///
  /// @param path below the address of the cluster, with a leading slash
  /// @param parameters of the query
  /// @param body maps and lists; `null` for none
  /// @throws IndexException if the cluster cannot be reached
  Reply send(String method, String path, Map<String, String> parameters, @Nullable Object body) {
    return execute(method, path, parameters, body == null ? null : json(body), "application/json");
  }

  /// Sends lines of JSON.
  Reply sendLines(String path, Map<String, String> parameters, List<String> lines) {
    return execute("POST", path, parameters, String.join("\n", lines) + "\n", NDJSON);
  }

  /// Like [#send], but any status except success is a failure.
  JsonNode require(
      String method, String path, Map<String, String> parameters, @Nullable Object body) {
    var reply = send(method, path, parameters, body);
    if (!reply.isSuccess()) {
      throw failure(method + " " + path, reply);
    }
    return reply.body();
  }

  /// Runs searches in one request.
  ///
  /// @return the response of each, in their order
  List<JsonNode> searchAll(List<Map<String, Object>> searches) {
    var lines = new ArrayList<String>();
    for (var search : searches) {
      lines.add("{}");
      lines.add(json(search));
    }
    var reply = sendLines("/_msearch", Map.of(), lines);
    if (!reply.isSuccess()) {
      throw failure("POST /_msearch", reply);
    }
    var responses = new ArrayList<JsonNode>();
    for (var response : reply.body().path("responses")) {
      if (response.has("error")) {
        throw failure("POST /_msearch", new Reply(response.path("status").asInt(), response));
      }
      responses.add(response);
    }
    return responses;
  }

  static String json(Object value) {
    try {
      return JSON.writeValueAsString(value);
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException("not a value for JSON: " + value.getClass(), e);
    }
  }

  IndexException failure(String request, Reply reply) {
    if (reply.status() == UNAUTHORIZED) {
      return new IndexException(
          "The search engine at %s refuses the user or the password (status 401): check %s and %s"
              .formatted(address, OpenSearchSettings.USER, OpenSearchSettings.PASSWORD),
          null);
    }
    var cause = reply.body().path("error").toString();
    return new IndexException(
        "The search engine at %s answered %s with status %d: %s"
            .formatted(
                address,
                request,
                reply.status(),
                cause.length() > MAX_CAUSE ? cause.substring(0, MAX_CAUSE) + "…" : cause),
        null);
  }

  /// The health of an index, and the requests so far.
  EngineStatus status(String index) {
    String state;
    try {
      var reply = send("GET", "/_cluster/health/" + index, Map.of(), null);
      state = reply.body().path("status").asText(EngineStatus.UNREACHABLE);
    } catch (IndexException _) {
      state = EngineStatus.UNREACHABLE;
    }
    return new EngineStatus(
        address, state, requests.sum(), failures.sum(), Duration.ofNanos(nanos.sum()));
  }

  private Reply execute(
      String method,
      String path,
      Map<String, String> parameters,
      @Nullable String text,
      String type) {
    long start = System.nanoTime();
    boolean answered = false;
    try {
      var reply = exchange(method, path, parameters, text, type);
      answered = reply.status() < SERVER_ERROR;
      return reply;
    } finally {
      requests.increment();
      nanos.add(System.nanoTime() - start);
      if (!answered) {
        failures.increment();
      }
    }
  }

  private Reply exchange(
      String method,
      String path,
      Map<String, String> parameters,
      @Nullable String text,
      String type) {
    var body = text == null ? null : Body.from(text.getBytes(StandardCharsets.UTF_8), type);
    var request = Requests.create(method, path, List.of(), parameters, body);
    try (var response = client.execute(request)) {
      var content = response.getBody();
      return new Reply(
          response.getStatus(),
          content.isPresent() ? parse(content.get().bodyAsBytes()) : MissingNode.getInstance());
    } catch (IOException e) {
      return refusal(e)
          .orElseThrow(() ->
              new IndexException(
                  "The search engine at %s cannot be reached: %s".formatted(address, e), e));
    }
  }

  /// The response, if that is what the client throws: if no node can serve the request now, or if
  /// the credentials are refused.
  private static Optional<Reply> refusal(IOException thrown) {
    return Stream.<Throwable>iterate(thrown, Objects::nonNull, Throwable::getCause)
        .filter(ResponseException.class::isInstance)
        .map(ResponseException.class::cast)
        .map(e -> new Reply(e.status(), JSON.createObjectNode().put("error", e.getMessage())))
        .findFirst();
  }

  private static JsonNode parse(byte[] content) throws IOException {
    return content.length == 0 ? MissingNode.getInstance() : JSON.readTree(content);
  }

  @Override
  public void close() {
    try {
      transport.close();
    } catch (IOException e) {
      throw new IndexException("The connection to the search engine cannot be closed: " + e, e);
    }
  }
}
