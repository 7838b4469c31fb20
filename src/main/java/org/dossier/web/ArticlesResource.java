package org.dossier.web;

import io.smallrye.common.annotation.RunOnVirtualThread;
import io.vertx.core.http.HttpServerRequest;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.List;
import org.dossier.archive.Archive;
import org.dossier.archive.PutResult;
import org.dossier.auth.Permission;
import org.dossier.auth.RequiresPermission;
import org.dossier.chat.conversation.Conversations;
import org.dossier.search.PassageIndex;
import org.dossier.web.json.ArticleListJson;
import org.dossier.web.json.ArticleTextJson;
import org.dossier.web.json.Links;
import org.dossier.web.json.PutResultJson;
import org.dossier.web.request.ArticleRequest;
import org.dossier.web.request.Parameters;
import org.dossier.web.request.RequestJson;
import org.dossier.web.request.RequestValidator;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
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

  private final Archive archive;
  private final PassageIndex index;
  private final ArticleLookup articleLookup;
  private final Conversations conversations;
  private final RequestExecutor requestExecutor;

  ArticlesResource(
      Archive archive,
      PassageIndex index,
      ArticleLookup articleLookup,
      Conversations conversations,
      RequestExecutor requestExecutor) {
    this.archive = archive;
    this.conversations = conversations;
    this.index = index;
    this.articleLookup = articleLookup;
    this.requestExecutor = requestExecutor;
  }

  @GET
  public ArticleListJson list(
      @QueryParam("after") @Nullable String after, @QueryParam("limit") @Nullable String limit) {
    int max = Parameters.integer("limit", limit, DEFAULT_LIMIT, MAX_LIMIT);
    return requestExecutor.run(cancellationToken ->
        ArticleListJson.of(archive.summary(), archive.list(after, max + 1), max));
  }

  @GET
  @Path("/{id:.+}")
  public ArticleTextJson read(
      @QueryParam("version") @Nullable String version, @Context HttpServerRequest request) {
    var id = RequestValidator.id(request, Links.ARTICLES);
    return requestExecutor.run(
        cancellationToken -> ArticleTextJson.of(articleLookup.find(id, version)));
  }

  /// When this method returns, the article can be found and cited.
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
    var putResult =
        requestExecutor.runWrite(cancellationToken -> {
          var result = archive.put(List.of(article)).getFirst();
          index.catchUp();
          return result;
        });
    var change = PutResultJson.of(id, putResult, article.version());
    return putResult == PutResult.ADDED
        ? Response.created(URI.create(Links.json(id))).entity(change).build()
        : Response.ok(change).build();
  }

  /// When this method returns, the article is no longer used for answers, and its text is removed
  /// from the stored conversations.
  @DELETE
  @RequiresPermission(Permission.WRITE)
  @Path("/{id:.+}")
  public void delete(@Context HttpServerRequest request) {
    var id = RequestValidator.id(request, Links.ARTICLES);
    requestExecutor.runWrite(cancellationToken -> {
      if (!archive.delete(id)) {
        throw articleLookup.notFound(id);
      }
      index.catchUp();
      conversations.eraseWithdrawn();
      return id;
    });
  }
}
