package org.dossier.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import java.util.ArrayList;
import org.junit.jupiter.api.Test;

@QuarkusTest
@TestProfile(DefaultProfile.class)
class TimelineResourceTest {
  @Test
  void eventsAreChronologicalAndQuoteTheirArticles() {
    var timeline = Api.get("/api/timeline?topic=Iran+and+Russia").json();

    assertThat(timeline.path("events")).isNotEmpty();
    var days = new ArrayList<String>();
    for (var event : timeline.path("events")) {
      days.add(event.path("from").asText());
      checkQuotation(event.path("quotation"));
      event.path("alsoIn").forEach(TimelineResourceTest::checkQuotation);
    }
    assertThat(days).isSorted();
  }

  @Test
  void eventsAreOfTheRequestedDays() {
    var timeline =
        Api.get("/api/timeline?topic=Iran+and+Russia&from=2011-01-01&until=2011-12-31").json();

    assertThat(timeline.path("events"))
        .isNotEmpty()
        .allSatisfy(event -> assertThat(event.path("from").asText()).startsWith("2011"));
  }

  @Test
  void aTopicThatTheArchiveHasNothingAboutHasNoEvents() {
    assertThat(Api.get("/api/timeline?topic=sourdough+bread+recipe").json().path("events"))
        .isEmpty();
  }

  private static void checkQuotation(JsonNode quotation) {
    var text =
        Api.get("/api/articles/" + quotation.path("article").path("id").asText())
            .json()
            .path("text")
            .asText();
    assertThat(quotation.path("quote").asText())
        .isEqualTo(text.substring(quotation.path("start").asInt(), quotation.path("end").asInt()));
  }
}
