package org.dossier.web;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import org.dossier.auth.Permission;
import org.dossier.auth.RequiresPermission;
import org.dossier.question.Question;
import org.dossier.retrieval.RetrievalConfig;
import org.dossier.retrieval.Retriever;
import org.dossier.retrieval.count.ArticleCounter;
import org.dossier.web.json.SearchJson;
import org.dossier.web.problem.ProblemType;
import org.dossier.web.request.CountParameters;
import org.dossier.web.request.FilterParameters;
import org.dossier.web.request.Parameters;
import org.jspecify.annotations.Nullable;

/// Searches passages without answering.
@Path("/api/search")
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
@RequiresPermission(Permission.READ)
final class SearchResource {
  private static final int MAX_QUESTION = 2_000;

  private final Retriever retriever;
  private final ArticleCounter counter;
  private final RetrievalConfig config;
  private final RequestExecutor requestExecutor;
  private final Clock clock;

  SearchResource(
      Retriever retriever,
      ArticleCounter counter,
      RetrievalConfig config,
      RequestExecutor requestExecutor,
      Clock clock) {
    this.retriever = retriever;
    this.counter = counter;
    this.config = config;
    this.requestExecutor = requestExecutor;
    this.clock = clock;
  }

  @GET
  public SearchJson search(
      @QueryParam("q") @Nullable String q,
      @QueryParam("limit") @Nullable String limit,
      @QueryParam("publishedFrom") @Nullable String publishedFrom,
      @QueryParam("publishedTo") @Nullable String publishedTo,
      @QueryParam("publisher") List<@Nullable String> publishers,
      @QueryParam("asOf") @Nullable String asOf,
      @QueryParam("facet") List<@Nullable String> facets) {
    var text = Parameters.required("q", q).strip();
    if (text.length() > MAX_QUESTION) {
      throw Parameters.problem("q", "has more than %d characters".formatted(MAX_QUESTION))
          .withLimit(MAX_QUESTION);
    }
    int max = Parameters.integer("limit", limit, config.maxPassages(), SearchJson.MAX_EVIDENCE);
    var filters =
        new FilterParameters("", ProblemType.INVALID_PARAMETER)
            .filters(
                Parameters.day("publishedFrom", publishedFrom),
                Parameters.day("publishedTo", publishedTo),
                publishers,
                Parameters.day("asOf", asOf));
    var properties = new CountParameters(ProblemType.INVALID_PARAMETER).properties("facet", facets);
    var question = new Question(text, filters, LocalDate.now(clock)).askedAsOf();
    return requestExecutor.run(cancellationToken ->
        SearchJson.of(
            text,
            retriever.retrieve(question, max),
            counter.facets(text, filters, properties),
            evidence -> retriever.highlights(text, evidence)));
  }
}
