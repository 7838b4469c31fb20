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
          entry("dossier.abstentions", "Questions that the archive does not answer, by the reason"),
          entry("dossier.statements", "Statements shown, by who worded them"),
          entry("dossier.stage", "What each stage of a question took"),
          entry("dossier.fallbacks", "Answers that had to do without the model, by the cause"),
          entry("dossier.model.calls", "Calls of the model, by how they ended"),
          entry("dossier.model.statements", "Statements of the model, by what became of them"),
          entry(
              "dossier.statements.dropped",
              "Statements of the model that were not shown, by the rule that they break first"),
          entry("dossier.articles", "Articles in the archive"),
          entry("dossier.passages", "Passages that can be found"),
          entry("dossier.vectors.backlog", "Passages whose vectors are still to be computed"),
          entry("dossier.index.generation", "The newest change that the index has taken up"),
          entry("dossier.index.lag", "Changes of the database that the index has not applied yet"),
          entry("dossier.intake", "Articles sent over HTTP, by what became of them"),
          entry("dossier.requests.under.way", "Requests that are worked on"),
          entry("dossier.requests.limit", "How many requests may be worked on at once"),
          entry("dossier.requests.refused", "Requests that got a problem document, by its type"),
          entry("dossier.slack.events", "What Slack told, by its kind"),
          entry("dossier.slack.messages", "Messages from Slack that get a reply"),
          entry("dossier.slack.replies", "Replies to Slack, by what became of them"),
          entry("dossier.slack.waiting", "Messages from Slack that wait for their reply"),
          entry("dossier.slack.redeliveries", "Events that Slack had delivered before"),
          entry("dossier.slack.retries", "Calls of Slack's methods that were made again"),
          entry("dossier.slack.rate.limits", "How often Slack let us wait, by the method"),
          entry(
              "dossier.slack.requests.refused",
              "Requests that were not Slack's or could not be read, by the reason"),
          entry("dossier.slack.connected", "Whether Slack is connected, 1 or 0"),
          entry("dossier.slack.connections", "How often Slack was connected"));

  @Override
  public Meter.Id map(Meter.Id id) {
    var description = OF.get(id.getName());
    return description == null
        ? id
        : new Meter.Id(
            id.getName(), Tags.of(id.getTags()), id.getBaseUnit(), description, id.getType());
  }
}
