package org.dossier.observability;

import static java.util.Map.entry;

import io.micrometer.core.instrument.Meter;
import io.micrometer.core.instrument.Tags;
import io.micrometer.core.instrument.config.MeterFilter;
import jakarta.inject.Singleton;
import java.util.Map;

/// Descriptions of the application's meters, for readers of the metrics endpoint.
@Singleton
final class MeterDescriptions implements MeterFilter {
  private static final Map<String, String> OF =
      Map.ofEntries(
          entry("dossier.questions", "Questions, from their arrival to their end"),
          entry("dossier.abstentions", "Abstentions, by reason"),
          entry("dossier.statements", "Displayed statements, by generator"),
          entry("dossier.stage", "The duration of each stage of a question"),
          entry("dossier.llm.fallbacks", "Answers that fell back to extraction, by cause"),
          entry("dossier.llm.calls", "Calls of the LLM, by result"),
          entry("dossier.llm.statements", "Statements of the LLM, by result"),
          entry(
              "dossier.llm.statements.dropped",
              "Statements of the LLM that were dropped, by the first rule that they violate"),
          entry("dossier.articles", "Articles in the archive"),
          entry("dossier.passages", "Searchable passages"),
          entry("dossier.embedding.backlog", "Passages without vectors yet"),
          entry("dossier.index.generation", "The newest change that the index has applied"),
          entry("dossier.index.lag", "Changes of the database that the index has not applied yet"),
          entry("dossier.search.engine.up", "1 if the search engine answers, otherwise 0"),
          entry("dossier.search.engine.requests", "Requests to the search engine"),
          entry("dossier.search.engine.failures", "Requests to the search engine that failed"),
          entry("dossier.ingestion.articles", "Articles received over HTTP, by result"),
          entry("dossier.http.requests.in.flight", "Requests in progress"),
          entry("dossier.http.requests.limit", "The maximum number of concurrent requests"),
          entry("dossier.http.problems", "Requests answered with a problem document, by type"),
          entry("dossier.slack.events", "Events from Slack, by kind"),
          entry("dossier.slack.messages", "Messages from Slack that are to be replied to"),
          entry("dossier.slack.replies", "Replies to Slack, by outcome"),
          entry("dossier.slack.queue.size", "Messages from Slack with a pending reply"),
          entry("dossier.slack.redeliveries", "Events that Slack delivered again"),
          entry("dossier.slack.retries", "Calls of Slack's methods that were retried"),
          entry("dossier.slack.rate.limits", "Calls that Slack rate-limited, by method"),
          entry(
              "dossier.slack.requests.rejected",
              "Requests that were not from Slack or could not be parsed, by reason"),
          entry("dossier.slack.connected", "1 if Slack is connected, otherwise 0"),
          entry("dossier.slack.connections", "Connections to Slack"));

  @Override
  public Meter.Id map(Meter.Id id) {
    var description = OF.get(id.getName());
    return description == null
        ? id
        : new Meter.Id(
            id.getName(), Tags.of(id.getTags()), id.getBaseUnit(), description, id.getType());
  }
}
