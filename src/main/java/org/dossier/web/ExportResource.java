package org.dossier.web;

import io.smallrye.common.annotation.RunOnVirtualThread;
import io.vertx.core.http.HttpServerRequest;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.StreamingOutput;
import jakarta.ws.rs.core.UriInfo;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.dossier.archive.Archive;
import org.dossier.auth.Permission;
import org.dossier.auth.RequiresPermission;
import org.dossier.ingestion.format.JsonArticle;
import org.dossier.web.request.ArticleLines;
import org.dossier.web.request.ArticleSelection;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.jspecify.annotations.Nullable;

/// Exports current articles as JSON lines, which `index` and `POST /api/articles` ingest.
@Path("/api/export")
@RunOnVirtualThread
@RequiresPermission(Permission.WRITE)
final class ExportResource {
  private static final int PAGE = 50;

  private final Archive archive;
  private final RequestExecutor requestExecutor;

  ExportResource(Archive archive, RequestExecutor requestExecutor) {
    this.archive = archive;
    this.requestExecutor = requestExecutor;
  }

  /// Articles that change during the export are exported in one of their versions; deleted ones are
  /// left out.
  @GET
  @Produces(ArticleLines.MEDIA_TYPE)
  @APIResponse(
      responseCode = "200",
      content =
          @Content(
              mediaType = ArticleLines.MEDIA_TYPE,
              schema = @Schema(implementation = String.class)))
  public StreamingOutput export(
      @QueryParam("publishedFrom") @Nullable String publishedFrom,
      @QueryParam("publishedTo") @Nullable String publishedTo,
      @QueryParam("publisher") List<@Nullable String> publishers,
      @Context UriInfo uri,
      @Context HttpServerRequest request) {
    var selection = ArticleSelection.of(uri, publishedFrom, publishedTo, publishers);
    var ids = requestExecutor.run(cancellationToken -> selection.ids(archive));
    IdleTimeoutExemption.apply(request);
    return out -> {
      for (int from = 0; from < ids.size(); from += PAGE) {
        var page = ids.subList(from, Math.min(from + PAGE, ids.size()));
        var found = requestExecutor.run(cancellationToken -> archive.findAll(page));
        for (var id : page) {
          var article = found.get(id);
          if (article != null) {
            var line = JsonArticle.write(article.article()) + '\n';
            out.write(line.getBytes(StandardCharsets.UTF_8));
          }
        }
        out.flush();
      }
    };
  }
}
