package org.dossier.web;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.UriInfo;
import java.util.List;
import org.dossier.auth.Permission;
import org.dossier.auth.RequiresPermission;
import org.dossier.retrieval.count.ArticleCounter;
import org.dossier.web.json.CountJson;
import org.dossier.web.problem.ProblemType;
import org.dossier.web.request.CountParameters;
import org.dossier.web.request.FilterParameters;
import org.dossier.web.request.ListPosition;
import org.dossier.web.request.Parameters;
import org.jspecify.annotations.Nullable;

/// Counts and lists the articles that mention phrases.
@Path("/api/count")
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
@RequiresPermission(Permission.READ)
final class CountResource {
  private static final CountParameters PARAMETERS =
      new CountParameters(ProblemType.INVALID_PARAMETER);

  private final ArticleCounter counter;
  private final RequestExecutor requestExecutor;

  CountResource(ArticleCounter counter, RequestExecutor requestExecutor) {
    this.counter = counter;
    this.requestExecutor = requestExecutor;
  }

  @GET
  public CountJson count(
      @QueryParam("phrase") List<@Nullable String> phrases,
      @QueryParam("match") @Nullable String match,
      @QueryParam("by") List<@Nullable String> by,
      @QueryParam("limit") @Nullable String limit,
      @QueryParam("after") @Nullable String after,
      @QueryParam("publishedFrom") @Nullable String publishedFrom,
      @QueryParam("publishedTo") @Nullable String publishedTo,
      @QueryParam("publisher") List<@Nullable String> publishers,
      @Context UriInfo uri) {
    if (phrases.isEmpty() && uri.getQueryParameters().containsKey("phrase")) {
      throw Parameters.problem("phrase", "has no word");
    }
    var filters =
        new FilterParameters("", ProblemType.INVALID_PARAMETER)
            .filters(
                Parameters.day("publishedFrom", publishedFrom),
                Parameters.day("publishedTo", publishedTo),
                publishers);
    var query = PARAMETERS.query("phrase", phrases, match, filters);
    var properties = PARAMETERS.properties("by", by);
    int max =
        Parameters.integer(
            "limit", limit, CountParameters.DEFAULT_LIMIT, CountParameters.MAX_LIMIT);
    var position = ListPosition.parse("after", after, ProblemType.INVALID_PARAMETER);
    return requestExecutor.run(cancellationToken ->
        CountJson.of(counter.count(counter.byEntity(query), properties, position, max)));
  }
}
