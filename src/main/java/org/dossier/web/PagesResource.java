package org.dossier.web;

import io.smallrye.common.annotation.RunOnVirtualThread;
import io.vertx.core.http.HttpServerRequest;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.UriInfo;
import java.util.ArrayList;
import java.util.List;
import org.dossier.archive.Archive;
import org.dossier.archive.ArticleVersion;
import org.dossier.archive.reprint.Reprints;
import org.dossier.auth.Permission;
import org.dossier.auth.RequiresPermission;
import org.dossier.retrieval.Retriever;
import org.dossier.text.Span;
import org.dossier.web.check.CheckInput;
import org.dossier.web.json.Links;
import org.dossier.web.page.ApiPage;
import org.dossier.web.page.ArticlePage;
import org.dossier.web.page.CheckPage;
import org.dossier.web.page.StartPage;
import org.dossier.web.request.Parameters;
import org.dossier.web.request.RequestValidator;
import org.dossier.web.security.Authorizer;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jspecify.annotations.Nullable;

/// The HTML pages.
@Path("/")
@Produces("text/html;charset=UTF-8")
@RunOnVirtualThread
@RequiresPermission(Permission.READ)
final class PagesResource {
  private static final int MAX_SPANS = 50;

  /// Content security policy of the pages that run a script of ours, which calls this server.
  private static final String SCRIPT_CSP =
      "default-src 'none'; script-src 'self'; connect-src 'self'; style-src 'self'; img-src 'self';"
          + " base-uri 'none'; form-action 'none'; frame-ancestors 'self';"
          + " require-trusted-types-for 'script'; trusted-types 'none'";

  private final Archive archive;
  private final ArticleLookup articleLookup;
  private final Reprints reprints;
  private final Retriever retriever;
  private final WidgetScript scripts;
  private final RequestExecutor requestExecutor;
  private final Authorizer authorizer;

  PagesResource(
      Archive archive,
      ArticleLookup articleLookup,
      Reprints reprints,
      Retriever retriever,
      WidgetScript scripts,
      RequestExecutor requestExecutor,
      Authorizer authorizer) {
    this.archive = archive;
    this.articleLookup = articleLookup;
    this.reprints = reprints;
    this.retriever = retriever;
    this.scripts = scripts;
    this.requestExecutor = requestExecutor;
    this.authorizer = authorizer;
  }

  @GET
  @Operation(hidden = true)
  public String start(@Context UriInfo address, @Context HttpServerRequest request) {
    var server = address.getBaseUri();
    // Replaces the default header.
    request.response().putHeader("Content-Security-Policy", SCRIPT_CSP);
    return requestExecutor.run(cancellationToken ->
        StartPage.of(
                archive.summary(), server.resolve("/").toString(), scripts.widget().integrity())
            .render());
  }

  @GET
  @Path("check")
  @Operation(hidden = true)
  public String check(@Context HttpServerRequest request) {
    request.response().putHeader("Content-Security-Policy", SCRIPT_CSP);
    return new CheckPage(CheckInput.MAX_TEXT, scripts.check().integrity()).render();
  }

  /// Only for this machine, and for requests with a token: [ManagementPathGuard].
  @GET
  @Path("q/swagger-ui")
  @Operation(hidden = true)
  public String api(@Context HttpServerRequest request) {
    request.response().putHeader("Content-Security-Policy", ApiPage.CONTENT_SECURITY_POLICY);
    return ApiPage.create().render();
  }

  /// An article, with the text between each `start` and its `end` marked, and for operators with
  /// the parts of the page that were left out, and the lines that are not used for answers.
  @GET
  @Path("articles/{id:.+}")
  public String article(
      @QueryParam("version") @Nullable String version,
      @QueryParam("start") List<String> starts,
      @QueryParam("end") List<String> ends,
      @Context HttpServerRequest request) {
    var id = RequestValidator.id(request, Links.PAGES);
    boolean operator = authorizer.isOperator(request);
    return requestExecutor.run(cancellationToken -> {
      var source = articleLookup.find(id, version);
      var cited = spans(starts, ends, source.article().text());
      // The groups are those of the current versions.
      var others = source.current() ? reprints.of(id) : List.<ArticleVersion>of();
      var article = source.article();
      return ArticlePage.of(
              source,
              cited,
              others,
              operator ? article.omissions().cut() : List.of(),
              operator ? retriever.siteBoilerplate(article) : List.of())
          .render();
    });
  }

  private static List<Span> spans(List<String> starts, List<String> ends, String text) {
    if (starts.size() != ends.size() || starts.size() > MAX_SPANS) {
      throw Parameters.problem(
          "start", "must occur as often as end, and at most %d times".formatted(MAX_SPANS));
    }
    var spans = new ArrayList<Span>();
    for (int i = 0; i < starts.size(); i++) {
      int start = offset("start", starts.get(i), text);
      int end = offset("end", ends.get(i), text);
      if (start > end) {
        throw Parameters.problem("start", "is after end");
      }
      spans.add(new Span(start, end));
    }
    return spans;
  }

  private static int offset(String name, String value, String text) {
    try {
      int offset = Integer.parseInt(value);
      boolean splits =
          offset > 0 && offset < text.length() && Character.isLowSurrogate(text.charAt(offset));
      if (offset >= 0 && offset <= text.length() && !splits) {
        return offset;
      }
    } catch (NumberFormatException e) {
      // Reported below, with the limits.
    }
    throw Parameters.problem(
            name,
            "must be an offset between two characters of the text, from 0 to " + text.length())
        .withLimit(text.length());
  }
}
