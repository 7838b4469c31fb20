package org.dossier.web.request;

import com.fasterxml.jackson.databind.JsonNode;
import jakarta.inject.Singleton;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.NotSupportedException;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.ext.MessageBodyReader;
import jakarta.ws.rs.ext.Provider;
import java.io.IOException;
import java.io.InputStream;
import java.lang.annotation.Annotation;
import java.lang.reflect.Type;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import org.dossier.web.problem.ProblemException;
import org.dossier.web.problem.ProblemType;

/// Reads JSON request bodies, with a limit on the size, in UTF-8, strictly.
@Provider
@Singleton
@Consumes(MediaType.APPLICATION_JSON)
final class BodyReader implements MessageBodyReader<RequestJson> {
  /// The number of bytes of a too large body that are read and discarded: most clients read the
  /// response only after they have sent the whole body.
  private static final long MAX_DISCARDED_BYTES = 64L << 20;

  private static final char BYTE_ORDER_MARK = '\uFEFF';

  private final WebConfig config;

  BodyReader(WebConfig config) {
    this.config = config;
  }

  @Override
  public boolean isReadable(Class<?> type, Type generic, Annotation[] with, MediaType mediaType) {
    return RequestJson.class.isAssignableFrom(type);
  }

  @Override
  public RequestJson readFrom(
      Class<RequestJson> type,
      Type generic,
      Annotation[] with,
      MediaType mediaType,
      MultivaluedMap<String, String> headers,
      InputStream body)
      throws IOException {
    checkMediaType(mediaType, headers);
    var json = text(bytes(body, limit(type), headers));
    if (json.isBlank()) {
      throw ProblemException.of(
          ProblemType.MISSING_BODY, "The request has no body; it must be a JSON object.");
    }
    if (type.equals(JsonBody.class)) {
      return new JsonBody(StrictJson.read(json, JsonNode.class));
    }
    return type.equals(CheckBody.class)
        ? new CheckBody(StrictJson.read(json, JsonNode.class))
        : StrictJson.read(json, type);
  }

  private long limit(Class<RequestJson> type) {
    if (type.equals(ArticleRequest.class)) {
      return config.articleBodyLimit().asLongValue();
    }
    if (type.equals(CheckBody.class)) {
      return config.checkBodyLimit().asLongValue();
    }
    return type.equals(JsonBody.class)
        ? config.conversationBodyLimit().asLongValue()
        : config.bodyLimit().asLongValue();
  }

  static void checkMediaType(MediaType mediaType, MultivaluedMap<String, String> headers) {
    var charset = mediaType.getParameters().get(MediaType.CHARSET_PARAMETER);
    boolean isUtf8 = charset == null || charset.equalsIgnoreCase(StandardCharsets.UTF_8.name());
    if (!isUtf8 || !headers.containsKey(HttpHeaders.CONTENT_TYPE)) {
      throw new NotSupportedException();
    }
  }

  static byte[] bytes(InputStream body, long limit, MultivaluedMap<String, String> headers)
      throws IOException {
    // A client that sends `Expect: 100-continue` and a length is rejected before it sends the body.
    boolean expectsContinue =
        headers.containsKey(HttpHeaders.CONTENT_LENGTH) && headers.containsKey("Expect");
    if (expectsContinue && Long.parseLong(headers.getFirst(HttpHeaders.CONTENT_LENGTH)) > limit) {
      throw tooLarge(limit);
    }
    var bytes = body.readNBytes(Math.toIntExact(limit + 1));
    if (bytes.length > limit) {
      discard(body);
      throw tooLarge(limit);
    }
    return bytes;
  }

  private static void discard(InputStream body) throws IOException {
    var buffer = new byte[1 << 16];
    long discarded = 0;
    for (int read = 0; read >= 0 && discarded < MAX_DISCARDED_BYTES; discarded += read) {
      read = body.read(buffer);
    }
  }

  private static ProblemException tooLarge(long limit) {
    return ProblemException.of(
            ProblemType.TOO_LARGE, "The body has more than %d bytes.".formatted(limit))
        .withLimit(limit);
  }

  private static String text(byte[] bytes) {
    try {
      var text = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
      return text.indexOf(BYTE_ORDER_MARK) == 0 ? text.substring(1) : text;
    } catch (CharacterCodingException e) {
      throw ProblemException.of(ProblemType.NOT_UTF_8, "The body's bytes are not UTF-8.");
    }
  }
}
