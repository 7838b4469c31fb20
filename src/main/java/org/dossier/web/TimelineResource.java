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
import org.dossier.answer.extraction.TimelineFinder;
import org.dossier.auth.Permission;
import org.dossier.auth.RequiresPermission;
import org.dossier.web.json.TimelineJson;
import org.dossier.web.problem.ProblemType;
import org.dossier.web.request.FilterParameters;
import org.dossier.web.request.Parameters;
import org.dossier.web.request.TimelineRequest;
import org.jspecify.annotations.Nullable;

/// Lists the events of a topic in chronological order.
@Path("/api/timeline")
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
@RequiresPermission(Permission.READ)
final class TimelineResource {
  private final TimelineFinder timelineFinder;
  private final RequestExecutor requestExecutor;
  private final Clock clock;

  TimelineResource(TimelineFinder timelineFinder, RequestExecutor requestExecutor, Clock clock) {
    this.timelineFinder = timelineFinder;
    this.requestExecutor = requestExecutor;
    this.clock = clock;
  }

  @GET
  public TimelineJson timeline(
      @QueryParam("topic") @Nullable String topic,
      @QueryParam("from") @Nullable String from,
      @QueryParam("until") @Nullable String until,
      @QueryParam("publisher") List<@Nullable String> publishers,
      @QueryParam("limit") @Nullable String limit) {
    var filters =
        new FilterParameters("", ProblemType.INVALID_PARAMETER).filters(null, null, publishers);
    var request =
        TimelineRequest.of(
            Parameters.required("topic", topic),
            Parameters.day("from", from),
            Parameters.day("until", until),
            filters,
            Parameters.integer(
                "limit", limit, TimelineRequest.DEFAULT_LIMIT, TimelineRequest.MAX_LIMIT),
            ProblemType.INVALID_PARAMETER);
    var question = request.question(LocalDate.now(clock));
    return requestExecutor.run(cancellationToken ->
        TimelineJson.of(
            request.topic(), timelineFinder.find(question, request.days(), request.limit())));
  }
}
