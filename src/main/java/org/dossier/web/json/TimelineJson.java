package org.dossier.web.json;

import java.time.LocalDate;
import java.util.List;
import org.dossier.answer.extraction.CandidateSentence;
import org.dossier.answer.extraction.TimelineEvent;
import org.dossier.answer.extraction.TimelineFinder.Timeline;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/// The events of a topic, in chronological order.
@Schema(name = "Timeline", description = "The events of a topic, in chronological order.")
public record TimelineJson(
    String topic,
    @Schema(description = "The events, the earliest first; empty if nothing is about the topic.")
        List<EventJson> events,
    @Schema(description = "The number of further events that were found and are left out.")
        int left,
    @Schema(description = "The generation of the index that was searched.") long indexGeneration) {

  @Schema(
      name = "TimelineEvent",
      description = "An event: what a sentence of an article says about a day.")
  public record EventJson(
      @Schema(description = "The first day of the event.") LocalDate from,
      @Schema(description = "Its last day; the same for a single day.") LocalDate to,
      @Schema(
              description =
                  "True if the sentence names the days; false if they are the day of publication.")
          boolean stated,
      QuotationJson quotation,
      @Schema(description = "A sentence of each other article about the same event.")
          List<QuotationJson> alsoIn) {

    static EventJson of(TimelineEvent event) {
      return new EventJson(
          event.days().from(),
          event.days().to(),
          event.stated(),
          QuotationJson.of(event.sentence()),
          event.alsoIn().stream().map(QuotationJson::of).toList());
    }
  }

  @Schema(name = "Quotation", description = "An exact quotation from one version of an article.")
  public record QuotationJson(
      ArticleJson article,
      @Schema(description = "The version's text from start to end.") String quote,
      int start,
      int end,
      @Schema(description = "The path of the article page with the quotation marked.")
          String link) {

    static QuotationJson of(CandidateSentence sentence) {
      var source = sentence.evidence().source();
      return new QuotationJson(
          ArticleJson.of(source),
          sentence.text(),
          sentence.span().start(),
          sentence.span().end(),
          Links.cited(source, sentence.span()));
    }
  }

  public static TimelineJson of(String topic, Timeline timeline) {
    return new TimelineJson(
        topic,
        timeline.events().stream().map(EventJson::of).toList(),
        timeline.left(),
        timeline.generation());
  }
}
