package org.dossier.web.openai;

import java.util.List;
import org.dossier.web.openai.ChatCompletionJson.ChoiceJson;
import org.dossier.web.openai.ChatCompletionJson.DeltaJson;
import org.dossier.web.openai.ChatCompletionJson.MessageJson;
import org.dossier.web.openai.ChatCompletionJson.UsageJson;
import org.jspecify.annotations.Nullable;

/// Writes one chat completion, whole or in chunks.
///
/// @param created seconds since 1970
record ChatCompletionWriter(String id, long created, String model) {
  private static final String STOP = "stop";

  ChatCompletionJson whole(CompletedReply completed) {
    var message =
        new MessageJson("assistant", completed.content().text(), null, completed.urlCitations());
    return new ChatCompletionJson(
        id,
        "chat.completion",
        created,
        model,
        List.of(new ChoiceJson(0, message, null, null, STOP)),
        UsageJson.NONE,
        completed.extension());
  }

  ChatCompletionJson first() {
    return chunk(new DeltaJson("assistant", "", null), null, null);
  }

  ChatCompletionJson content(String part) {
    return chunk(new DeltaJson(null, part, null), null, null);
  }

  /// The last chunk with a choice. It has the annotations, because clients skip chunks without
  /// choices.
  ChatCompletionJson last(CompletedReply completed) {
    return chunk(new DeltaJson(null, null, completed.urlCitations()), STOP, completed.extension());
  }

  ChatCompletionJson usage() {
    return new ChatCompletionJson(
        id, "chat.completion.chunk", created, model, List.of(), UsageJson.NONE, null);
  }

  private ChatCompletionJson chunk(
      DeltaJson delta, @Nullable String finishReason, @Nullable ReplyExtensionJson extension) {
    return new ChatCompletionJson(
        id,
        "chat.completion.chunk",
        created,
        model,
        List.of(new ChoiceJson(0, null, delta, null, finishReason)),
        null,
        extension);
  }
}
