package org.dossier.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.swagger.v3.parser.OpenAPIV3Parser;
import java.io.IOException;
import java.io.StringWriter;
import java.net.URI;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import javax.tools.JavaFileObject;
import javax.tools.SimpleJavaFileObject;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.openapitools.codegen.ClientOptInput;
import org.openapitools.codegen.DefaultGenerator;
import org.openapitools.codegen.languages.JavaClientCodegen;

/// A client that OpenAPI Generator makes from the document compiles, and asks this server.
@QuarkusTest
@TestProfile(DefaultProfile.class)
class GeneratedClientTest {
  /// A program of a user of the generated client.
  private static final String PROGRAM =
      """
      package example;

      import java.util.List;
      import java.util.function.Function;
      import org.openapitools.client.ApiClient;
      import org.openapitools.client.ApiException;
      import org.openapitools.client.api.ArticlesApi;
      import org.openapitools.client.api.QuestionsApi;
      import org.openapitools.client.model.ArticleRequest;
      import org.openapitools.client.model.ChatRequest;
      import org.openapitools.client.model.CheckRequest;
      import org.openapitools.client.model.FeedbackRequest;

      public final class Program implements Function<String, List<String>> {
        @Override
        public List<String> apply(String server) {
          var client = new ApiClient();
          client.updateBaseUri(server);
          var articles = new ArticlesApi(client);
          var questions = new QuestionsApi(client);
          try {
            var put =
                articles.putArticle(
                    "generated/bridge",
                    new ArticleRequest().text("The Quillmere bridge opened on 3 May 1999."),
                    null,
                    null);
            var reply =
                questions.ask(
                    new ChatRequest().message("When did the Quillmere bridge open?"), null, null);
            var checked =
                questions.check(new CheckRequest().text("The Quillmere bridge opened in 2003."));
            var found = questions.search("Quillmere bridge", 1, null, null, null, null, null);
            questions.rate(
                reply.getConversation(),
                1,
                new FeedbackRequest().verdict(FeedbackRequest.VerdictEnum.UP));
            questions.deleteConversation(reply.getConversation());
            articles.withdrawArticle("generated/bridge", null);
            return List.of(
                String.valueOf(put.getOutcome()),
                reply.getCitations().get(0).getQuote(),
                String.valueOf(checked.getStatements().get(0).getSupported()),
                found.getEvidence().get(0).getArticle().getId());
          } catch (ApiException e) {
            throw new IllegalStateException(e.getResponseBody(), e);
          }
        }
      }
      """;

  @Test
  void compilesAndAsks(@TempDir Path folder) throws Exception {
    var sources = generate(folder);
    var classes = Files.createDirectory(folder.resolve("classes"));
    compile(sources, classes);

    var libraries = Thread.currentThread().getContextClassLoader();
    try (var loader = new URLClassLoader(new URL[] {classes.toUri().toURL()}, libraries)) {
      var program = loader.loadClass("example.Program").getDeclaredConstructor().newInstance();
      assertThat(
              program
                  .getClass()
                  .getMethod("apply", String.class)
                  .invoke(program, Api.address("").toString()))
          .isEqualTo(
              List.of(
                  "added",
                  "The Quillmere bridge opened on 3 May 1999.",
                  "false",
                  "generated/bridge"));
    }
  }

  private static List<Path> generate(Path folder) throws IOException {
    var codegen = new JavaClientCodegen();
    codegen.setOutputDir(folder.toString());
    codegen.setLibrary(JavaClientCodegen.NATIVE);
    codegen.setOpenApiNullable(false);
    codegen.setUseJakartaEe(true);
    codegen.openapiNormalizer().put("NORMALIZE_31SPEC", "true");
    var generator = new DefaultGenerator();
    for (var unneeded : List.of("apiTests", "modelTests", "apiDocs", "modelDocs")) {
      generator.setGeneratorPropertyDefault(unneeded, "false");
    }
    var document = new OpenAPIV3Parser().readContents(ApiDocumentLintTest.text()).getOpenAPI();
    generator.opts(new ClientOptInput().openAPI(document).config(codegen)).generate();
    try (var files = Files.walk(folder.resolve("src/main/java"))) {
      return files.filter(file -> file.toString().endsWith(".java")).toList();
    }
  }

  private static void compile(List<Path> sources, Path classes) throws IOException {
    var compiler = ToolProvider.getSystemJavaCompiler();
    var output = new StringWriter();
    try (var files = compiler.getStandardFileManager(null, null, null)) {
      var units = new ArrayList<JavaFileObject>();
      files.getJavaFileObjectsFromPaths(sources).forEach(units::add);
      units.add(new Source());
      var options = List.of("-d", classes.toString(), "-cp", System.getProperty("java.class.path"));
      var compiled = compiler.getTask(output, files, null, options, null, units).call();
      assertThat(compiled).as(output.toString()).isTrue();
    }
  }

  /// The program as a source file.
  private static final class Source extends SimpleJavaFileObject {
    Source() {
      super(URI.create("string:///example/Program.java"), Kind.SOURCE);
    }

    @Override
    public CharSequence getCharContent(boolean ignoreEncodingErrors) {
      return PROGRAM;
    }
  }
}
