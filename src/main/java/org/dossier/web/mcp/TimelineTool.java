package org.dossier.web.mcp;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.LocalDate;
import org.dossier.answer.extraction.TimelineFinder;
import org.dossier.web.json.TimelineJson;
import org.dossier.web.problem.ProblemType;
import org.dossier.web.request.FilterParameters;
import org.dossier.web.request.TimelineRequest;

/// Lists the events of a topic in chronological order.
@Singleton
final class TimelineTool implements McpTool {
  private final TimelineFinder timelineFinder;
  private final Clock clock;
  private final ObjectMapper json;

  TimelineTool(TimelineFinder timelineFinder, Clock clock, ObjectMapper json) {
    this.timelineFinder = timelineFinder;
    this.clock = clock;
    this.json = json;
  }

  @Override
  public String name() {
    return "timeline";
  }

  @Override
  public int order() {
    return 6;
  }

  @Override
  public String title() {
    return "List the events of a topic";
  }

  @Override
  public String description() {
    return "Returns what the articles say happened about a topic or a person, one dated quotation for each event, the earliest"
        + " first, with the other articles that report it.";
  }

  @Override
  public JsonNode inputSchema() {
    return Schemas.read("timeline-input");
  }

  @Override
  public JsonNode outputSchema() {
    return Schemas.read("timeline-output");
  }

  @Override
  public JsonNode call(ToolArguments arguments, McpCaller caller) {
    arguments.allow(Schemas.properties(inputSchema()));
    var filters =
        new FilterParameters("", ProblemType.INVALID_FIELD)
            .filters(null, null, arguments.texts("publishers"));
    var request =
        TimelineRequest.of(
            arguments.text("topic", TimelineRequest.MAX_TOPIC),
            arguments.day("from"),
            arguments.day("until"),
            filters,
            arguments.integer("limit", TimelineRequest.DEFAULT_LIMIT, TimelineRequest.MAX_LIMIT),
            ProblemType.INVALID_FIELD);
    var found =
        timelineFinder.find(
            request.question(LocalDate.now(clock)), request.days(), request.limit());
    ObjectNode timeline = json.valueToTree(TimelineJson.of(request.topic(), found));
    for (var event : timeline.path("events")) {
      caller.replaceLink((ObjectNode) event.path("quotation"));
      event.path("alsoIn").forEach(quotation -> caller.replaceLink((ObjectNode) quotation));
    }
    return timeline;
  }
}
