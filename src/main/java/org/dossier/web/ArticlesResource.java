package org.dossier.web;

import io.smallrye.common.annotation.RunOnVirtualThread;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.json.Json;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.EntityTag;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.net.URI;
import java.util.List;
import java.util.stream.Collectors;
import org.dossier.archive.Archive;
import org.dossier.archive.PutResult;
import org.dossier.auth.Permission;
import org.dossier.auth.RequiresPermission;
import org.dossier.chat.conversation.Conversations;
import org.dossier.ingestion.LineIngestion;
import org.dossier.search.PassageIndex;
import org.dossier.web.json.ArticleListJson;
import org.dossier.web.json.ArticleTextJson;
import org.dossier.web.json.DeletedJson;
import org.dossier.web.json.LineResultJson;
import org.dossier.web.json.Links;
import org.dossier.web.json.PutResultJson;
import org.dossier.web.problem.ProblemException;
import org.dossier.web.problem.ProblemType;
import org.dossier.web.request.ArticleLines;
import org.dossier.web.request.ArticleRequest;
import org.dossier.web.request.ArticleSelection;
import org.dossier.web.request.Parameters;
import org.dossier.web.request.RequestJson;
import org.dossier.web.request.RequestValidator;
import org.dossier.web.request.VersionCondition;
import org.dossier.web.request.WebConfig;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.jspecify.annotations.Nullable;

/// Lists, reads, stores and withdraws articles. The id is the rest of the path; its slashes may be
/// percent-encoded or not.
@Path("/api/articles")
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
@RequiresPermission(Permission.READ)
final class ArticlesResource {
  private static final int DEFAULT_LIMIT = 50;
  private static final int MAX_LIMIT = 500;
  private static final int DELETIONS_PER_TRANSACTION = 100;

  private final Archive archive;
  private final PassageIndex index;
  private final ArticleLookup articleLookup;
  private final Conversations conversations;
  private final LineIngestion lineIngestion;
  private final WebConfig config;
  private final RequestExecutor requestExecutor;

  ArticlesResource(
      Archive archive,
      PassageIndex index,
      ArticleLookup articleLookup,
      Conversations conversations,
      LineIngestion lineIngestion,
      WebConfig config,
      RequestExecutor requestExecutor) {
    this.archive = archive;
    this.conversations = conversations;
    this.index = index;
    this.articleLookup = articleLookup;
    this.lineIngestion = lineIngestion;
    this.config = config;
    this.requestExecutor = requestExecutor;
  }

  @GET
  public ArticleListJson list(
      @QueryParam("after") @Nullable String after, @QueryParam("limit") @Nullable String limit) {
    int max = Parameters.integer("limit", limit, DEFAULT_LIMIT, MAX_LIMIT);
    return requestExecutor.run(cancellationToken ->
        ArticleListJson.of(archive.summary(), archive.list(after, max + 1), max));
  }

  /// Stores the articles of several lines. When this method returns, they can be found and cited.
  @POST
  @RequiresPermission(Permission.WRITE)
  @Consumes({ArticleLines.MEDIA_TYPE, ArticleLines.OTHER_MEDIA_TYPE})
  @Produces(ArticleLines.MEDIA_TYPE)
  @APIResponse(
      responseCode = "200",
      content =
          @Content(
              mediaType = ArticleLines.MEDIA_TYPE,
              schema = @Schema(implementation = LineResultJson.class)))
  public String putLines(
      @RequestBody(
              required = true,
              content = {
                @Content(
                    mediaType = ArticleLines.MEDIA_TYPE,
                    schema = @Schema(type = SchemaType.STRING)),
                @Content(
                    mediaType = ArticleLines.OTHER_MEDIA_TYPE,
                    schema = @Schema(type = SchemaType.STRING))
              })
          @Nullable ArticleLines body) {
    if (body == null) {
      throw ProblemException.of(
          ProblemType.MISSING_BODY, "The request has no body; it must be JSON lines.");
    }
    int limit = Math.toIntExact(config.articleBodyLimit().asLongValue());
    var results =
        requestExecutor.runWrite(cancellationToken -> {
          var stored = lineIngestion.run(body.content(), limit);
          index.catchUp();
          return stored;
        });
    return results.stream()
        .map(result -> Json.encode(LineResultJson.of(result)) + '\n')
        .collect(Collectors.joining());
  }

  /// When this method returns, the articles are no longer used for answers.
  @DELETE
  @RequiresPermission(Permission.WRITE)
  public DeletedJson deleteSelected(
      @QueryParam("publishedFrom") @Nullable String publishedFrom,
      @QueryParam("publishedTo") @Nullable String publishedTo,
      @QueryParam("publisher") List<@Nullable String> publishers,
      @Context UriInfo uri) {
    var selection = ArticleSelection.of(uri, publishedFrom, publishedTo, publishers);
    if (selection.filters().isEmpty()) {
      throw Parameters.problem(
          "publisher",
          "is missing; without publisher, publishedFrom and publishedTo, all articles would be withdrawn");
    }
    return requestExecutor.runWrite(cancellationToken -> {
      var ids = selection.ids(archive);
      int deleted = 0;
      for (int from = 0; from < ids.size(); from += DELETIONS_PER_TRANSACTION) {
        cancellationToken.check();
        deleted +=
            archive.deleteAll(
                ids.subList(from, Math.min(from + DELETIONS_PER_TRANSACTION, ids.size())));
      }
      index.catchUp();
      conversations.eraseWithdrawn();
      return new DeletedJson(deleted);
    });
  }

  /// The entity tag of an article is its version.
  @GET
  @Path("/{id:.+}")
  @APIResponse(
      responseCode = "200",
      content = @Content(schema = @Schema(implementation = ArticleTextJson.class)))
  public Response read(
      @QueryParam("version") @Nullable String version,
      @Context HttpServerRequest request,
      @Context Request preconditions) {
    var id = RequestValidator.id(request, Links.ARTICLES);
    var article =
        requestExecutor.run(
            cancellationToken -> ArticleTextJson.of(articleLookup.find(id, version)));
    var tag = new EntityTag(article.version());
    var unchanged = preconditions.evaluatePreconditions(tag);
    return (unchanged == null ? Response.ok(article) : unchanged).tag(tag).build();
  }

  /// When this method returns, the article can be found and cited from its time of publication on.
  /// `If-Match` makes the change conditional on the current version.
  @PUT
  @RequiresPermission(Permission.WRITE)
  @Path("/{id:.+}")
  @Consumes(MediaType.APPLICATION_JSON)
  @APIResponse(
      responseCode = "200",
      content = @Content(schema = @Schema(implementation = PutResultJson.class)))
  public Response put(@Nullable ArticleRequest body, @Context HttpServerRequest request) {
    var id = RequestValidator.id(request, Links.ARTICLES);
    var article = RequestJson.required(body).article(id);
    var condition = VersionCondition.of(request);
    var putResult =
        requestExecutor.runWrite(cancellationToken -> {
          var result =
              archive.put(article, condition).orElseThrow(() -> articleLookup.versionChanged(id));
          index.catchUp();
          return result;
        });
    var change = PutResultJson.of(id, putResult, article.version());
    var response =
        putResult == PutResult.ADDED
            ? Response.created(URI.create(Links.json(id))).entity(change)
            : Response.ok(change);
    return response.tag(new EntityTag(article.version())).build();
  }

  /// When this method returns, the article is no longer used for answers, and its text is removed
  /// from the stored conversations.
  @DELETE
  @RequiresPermission(Permission.WRITE)
  @Path("/{id:.+}")
  // A client that reads nothing but problems accepts only their media type.
  @Produces(MediaType.WILDCARD)
  public void delete(@Context HttpServerRequest request) {
    var id = RequestValidator.id(request, Links.ARTICLES);
    var condition = VersionCondition.of(request);
    requestExecutor.runWrite(cancellationToken -> {
      if (!archive.delete(id, condition)) {
        throw archive.find(id).isPresent()
            ? articleLookup.versionChanged(id)
            : articleLookup.notFound(id);
      }
      index.catchUp();
      conversations.eraseWithdrawn();
      return id;
    });
  }
}
