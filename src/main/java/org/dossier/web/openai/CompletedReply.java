package org.dossier.web.openai;

import java.util.List;
import org.dossier.web.json.CitationJson;
import org.dossier.web.json.ReplyJson;

/// A complete reply with its text in Markdown.
///
/// @param base the beginning of links to this server's pages
record CompletedReply(ReplyJson reply, ReplyContent content, String base) {
  ReplyExtensionJson extension() {
    return ReplyExtensionJson.of(reply, content);
  }

  /// The annotations of a chat completion: one for each marker, in the order of the text.
  List<UrlCitationJson> urlCitations() {
    return content.markers().stream()
        .map(marker -> new UrlCitationJson(marker, citation(marker), base))
        .toList();
  }

  CitationJson citation(ReplyContent.Marker marker) {
    return reply.citations().get(marker.number() - 1);
  }
}
