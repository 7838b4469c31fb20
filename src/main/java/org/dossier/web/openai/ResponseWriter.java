package org.dossier.web.openai;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.dossier.web.openai.ResponseJson.AnnotationJson;
import org.dossier.web.openai.ResponseJson.FileJson;
import org.dossier.web.openai.ResponseJson.MessageJson;
import org.dossier.web.openai.ResponseJson.TextJson;
import org.dossier.web.openai.ResponseJson.UrlJson;
import org.dossier.web.openai.ResponseJson.UsageJson;
import org.jspecify.annotations.Nullable;

/// Writes one response, whole or its parts for a stream.
///
/// @param id the part of the ids of the response and of its message that distinguishes them
/// @param created seconds since 1970
record ResponseWriter(String id, long created, String model) {
  private static final String COMPLETED = "completed";
  private static final String IN_PROGRESS = "in_progress";

  ResponseJson inProgress() {
    return response(IN_PROGRESS, List.of(), null, null);
  }

  ResponseJson whole(CompletedReply completed) {
    return response(COMPLETED, List.of(message(completed)), UsageJson.NONE, completed.extension());
  }

  /// The message before its text.
  MessageJson begunMessage() {
    return new MessageJson("message", messageId(), IN_PROGRESS, "assistant", List.of());
  }

  MessageJson message(CompletedReply completed) {
    return new MessageJson(
        "message", messageId(), COMPLETED, "assistant", List.of(text(completed)));
  }

  String messageId() {
    return "msg_" + id;
  }

  TextJson text(CompletedReply completed) {
    return new TextJson(completed.content().text(), annotations(completed));
  }

  /// Two annotations for each marker, in the order of the text.
  static List<AnnotationJson> annotations(CompletedReply completed) {
    return completed.content().markers().stream()
        .flatMap(marker -> annotations(marker, completed))
        .toList();
  }

  private static Stream<AnnotationJson> annotations(
      ReplyContent.Marker marker, CompletedReply completed) {
    var citation = completed.citation(marker);
    var article = citation.article();
    var title = ReplyContent.headline(article);
    return Stream.of(
        new UrlJson(
            "url_citation",
            completed.base() + citation.link(),
            title,
            marker.start(),
            marker.end(),
            citation),
        new FileJson(
            "file_citation", article.id() + "@" + article.version(), title, marker.start()));
  }

  private ResponseJson response(
      String status,
      List<MessageJson> output,
      @Nullable UsageJson usage,
      @Nullable ReplyExtensionJson extension) {
    return new ResponseJson(
        "resp_" + id,
        "response",
        created,
        status,
        null,
        null,
        null,
        Map.of(),
        model,
        output,
        false,
        "auto",
        List.of(),
        null,
        null,
        false,
        usage,
        extension);
  }
}
