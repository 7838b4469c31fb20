package org.dossier.web;

import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpMethod;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.UncheckedIOException;

/// Serves the OpenAPI document that the build generates from the code and `META-INF/openapi.yaml`:
/// as YAML, or as JSON if the client requests it.
@Singleton
final class ApiDocument {
  static final String PATH = "/q/openapi";

  void register(@Observes Router router) {
    router
        .route(PATH)
        .method(HttpMethod.GET)
        .method(HttpMethod.HEAD)
        .blockingHandler(ApiDocument::send, false);
  }

  private static void send(RoutingContext context) {
    var format = wantsJson(context) ? "json" : "yaml";
    context
        .response()
        .putHeader(HttpHeaders.CONTENT_TYPE, "application/" + format + ";charset=UTF-8")
        .end(Buffer.buffer(document("openapi." + format)));
  }

  private static boolean wantsJson(RoutingContext context) {
    var format = context.queryParams().get("format");
    return format == null
        ? context.parsedHeaders().accept().stream()
            .anyMatch(accepted -> accepted.rawValue().startsWith("application/json"))
        : format.equalsIgnoreCase("json");
  }

  private static byte[] document(String name) {
    try (var stream = ApiDocument.class.getResourceAsStream(name)) {
      if (stream == null) {
        throw new FileNotFoundException("not on the class path: " + name);
      }
      return stream.readAllBytes();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
