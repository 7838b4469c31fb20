package org.dossier.search.opensearch;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.concurrent.Executors;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;

/// The TLS and the password of a secured cluster, in front of one that has neither. Its certificate
/// is not one that the JVM trusts.
final class SecuredProxy implements AutoCloseable {
  static final String USER = "dossier";
  static final String PASSWORD = "pass:wörd xyzzy";
  private static final String STORE_PASSWORD = "password-of-the-store";

  private final HttpClient client = HttpClient.newHttpClient();
  private final HttpsServer server;
  private final String target;
  private final Path certificate;

  /// @param folder for the key and the certificate
  SecuredProxy(Path folder, String target) throws Exception {
    this.target = target;
    var store = folder.resolve("proxy.p12");
    certificate = folder.resolve("proxy.pem");
    keytool(
        store,
        "-genkeypair",
        "-alias",
        "proxy",
        "-keyalg",
        "EC",
        "-dname",
        "CN=search",
        "-ext",
        "san=ip:127.0.0.1");
    keytool(store, "-exportcert", "-alias", "proxy", "-rfc", "-file", certificate.toString());
    server = HttpsServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.setHttpsConfigurator(new HttpsConfigurator(context(store)));
    server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
    server.createContext("/", this::handle);
    server.start();
  }

  private static void keytool(Path store, String... arguments) throws Exception {
    var command =
        new ArrayList<>(
            List.of(Path.of(System.getProperty("java.home"), "bin", "keytool").toString()));
    command.addAll(List.of(arguments));
    command.addAll(
        List.of(
            "-keystore", store.toString(), "-storepass", STORE_PASSWORD, "-storetype", "PKCS12"));
    var process = new ProcessBuilder(command).redirectErrorStream(true).start();
    var output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    if (process.waitFor() != 0) {
      throw new IllegalStateException(output);
    }
  }

  private static SSLContext context(Path file) throws IOException, GeneralSecurityException {
    var store = KeyStore.getInstance("PKCS12");
    try (var content = Files.newInputStream(file)) {
      store.load(content, STORE_PASSWORD.toCharArray());
    }
    var keys = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
    keys.init(store, STORE_PASSWORD.toCharArray());
    var context = SSLContext.getInstance("TLS");
    context.init(keys.getKeyManagers(), null, null);
    return context;
  }

  String url() {
    return "https://127.0.0.1:" + server.getAddress().getPort();
  }

  /// The PEM file of its certificate.
  Path certificate() {
    return certificate;
  }

  private void handle(HttpExchange exchange) throws IOException {
    try (exchange) {
      var body = exchange.getRequestBody().readAllBytes();
      if (isAuthorized(exchange)) {
        forward(exchange, body);
      } else {
        exchange.sendResponseHeaders(401, -1);
      }
    }
  }

  private static boolean isAuthorized(HttpExchange exchange) {
    var credentials = (USER + ":" + PASSWORD).getBytes(StandardCharsets.UTF_8);
    return ("Basic " + Base64.getEncoder().encodeToString(credentials))
        .equals(exchange.getRequestHeaders().getFirst("Authorization"));
  }

  private void forward(HttpExchange exchange, byte[] body) throws IOException {
    var request =
        HttpRequest.newBuilder(URI.create(target + exchange.getRequestURI()))
            .method(exchange.getRequestMethod(), BodyPublishers.ofByteArray(body));
    var type = exchange.getRequestHeaders().getFirst("Content-Type");
    if (type != null) {
      request.header("Content-Type", type);
    }
    try {
      var reply = client.send(request.build(), BodyHandlers.ofByteArray());
      reply
          .headers()
          .firstValue("Content-Type")
          .ifPresent(value -> exchange.getResponseHeaders().set("Content-Type", value));
      boolean empty = reply.body().length == 0;
      exchange.sendResponseHeaders(reply.statusCode(), empty ? -1 : reply.body().length);
      if (!empty) {
        exchange.getResponseBody().write(reply.body());
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException(e);
    }
  }

  @Override
  public void close() {
    server.stop(0);
    client.close();
  }
}
