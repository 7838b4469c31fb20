package org.dossier.web.openai;

import com.fasterxml.jackson.databind.PropertyNamingStrategies.SnakeCaseStrategy;
import com.fasterxml.jackson.databind.annotation.JsonNaming;
import org.dossier.web.json.CitationJson;

/// An annotation of a chat completion: a citation marker with the page that it refers to.
///
/// @param dossier the citation with its exact quotation
@JsonNaming(SnakeCaseStrategy.class)
record UrlCitationJson(String type, PageJson urlCitation, CitationJson dossier) {
  UrlCitationJson(ReplyContent.Marker marker, CitationJson citation, String base) {
    this(
        "url_citation",
        new PageJson(
            base + citation.link(),
            ReplyContent.headline(citation.article()),
            marker.start(),
            marker.end()),
        citation);
  }

  @JsonNaming(SnakeCaseStrategy.class)
  record PageJson(String url, String title, int startIndex, int endIndex) {}
}
