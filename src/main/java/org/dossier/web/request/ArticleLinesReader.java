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

/// Reads request bodies of JSON lines, with limits on the size and the number of lines.
@Provider
@Singleton
@Consumes({ArticleLines.MEDIA_TYPE, ArticleLines.OTHER_MEDIA_TYPE})
final class ArticleLinesReader implements MessageBodyReader<ArticleLines> {
  private static final int MAX_LINES = 1_000;

  private final WebConfig config;

  ArticleLinesReader(WebConfig config) {
    this.config = config;
  }

  @Override
  public boolean isReadable(Class<?> type, Type generic, Annotation[] with, MediaType mediaType) {
    return type.equals(ArticleLines.class);
  }

  @Override
  public ArticleLines readFrom(
      Class<ArticleLines> type,
      Type generic,
      Annotation[] with,
      MediaType mediaType,
      MultivaluedMap<String, String> headers,
      InputStream body)
      throws IOException {
    BodyReader.checkMediaType(mediaType, headers);
    var content = BodyReader.bytes(body, config.articleLinesBodyLimit().asLongValue(), headers);
    if (content.length == 0) {
      throw ProblemException.of(
          ProblemType.MISSING_BODY, "The request has no body; it must be JSON lines.");
    }
    checkLines(content);
    return new ArticleLines(content);
  }

  private static void checkLines(byte[] content) {
    int lines = 1;
    for (int i = 0; i < content.length - 1; i++) {
      lines += content[i] == '\n' ? 1 : 0;
    }
    if (lines > MAX_LINES) {
      throw ProblemException.of(
              ProblemType.TOO_LARGE,
              "The body has %d lines, more than %d. No article was stored."
                  .formatted(lines, MAX_LINES))
          .withLimit(MAX_LINES);
    }
  }
}
