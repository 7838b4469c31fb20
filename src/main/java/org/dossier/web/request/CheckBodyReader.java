package org.dossier.web.request;

import jakarta.inject.Singleton;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.ext.MessageBodyReader;
import jakarta.ws.rs.ext.Provider;
import java.io.IOException;
import java.io.InputStream;
import java.lang.annotation.Annotation;
import java.lang.reflect.Type;
import org.dossier.web.problem.ProblemException;
import org.dossier.web.problem.ProblemType;

/// Reads the bodies of requests for verification, with a limit on the size.
@Provider
@Singleton
@Consumes(MediaType.APPLICATION_JSON)
final class CheckBodyReader implements MessageBodyReader<CheckBody> {
  private final WebConfig config;

  CheckBodyReader(WebConfig config) {
    this.config = config;
  }

  @Override
  public boolean isReadable(Class<?> type, Type generic, Annotation[] with, MediaType mediaType) {
    return type.equals(CheckBody.class);
  }

  @Override
  public CheckBody readFrom(
      Class<CheckBody> type,
      Type generic,
      Annotation[] with,
      MediaType mediaType,
      MultivaluedMap<String, String> headers,
      InputStream body)
      throws IOException {
    BodyReader.checkMediaType(mediaType, headers);
    var content = BodyReader.bytes(body, config.checkBodyLimit().asLongValue(), headers);
    if (content.length == 0) {
      throw ProblemException.of(
          ProblemType.MISSING_BODY, "The request has no body; it must be a JSON object.");
    }
    return new CheckBody(content);
  }
}
