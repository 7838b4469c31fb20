package org.dossier.web.page;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Properties;

/// The page on which a person tries the HTTP interface: Swagger UI with the OpenAPI document of
/// this server.
///
/// @param files the path of Swagger UI's files, which the framework serves from its library
@CheckedTemplate(basePath = "", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
public record ApiPage(String files) implements TemplateInstance {
  /// Swagger UI sets style attributes, and its style sheet has images.
  public static final String CONTENT_SECURITY_POLICY =
      "default-src 'none'; script-src 'self'; connect-src 'self'; style-src 'self' 'unsafe-inline';"
          + " img-src 'self' data:; base-uri 'none'; form-action 'none'; frame-ancestors 'self'";

  private static final String LIBRARY = "/META-INF/maven/org.webjars/swagger-ui/pom.properties";

  public static ApiPage create() {
    try (var stream = ApiPage.class.getResourceAsStream(LIBRARY)) {
      if (stream == null) {
        throw new FileNotFoundException("not on the class path: " + LIBRARY);
      }
      var library = new Properties();
      library.load(stream);
      return new ApiPage("/webjars/swagger-ui/" + library.getProperty("version"));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
