package org.dossier.slack;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.google.gson.Gson;
import com.slack.api.methods.request.assistant.threads.AssistantThreadsSetStatusRequest;
import com.slack.api.methods.request.assistant.threads.AssistantThreadsSetSuggestedPromptsRequest;
import com.slack.api.methods.request.chat.ChatAppendStreamRequest;
import com.slack.api.methods.request.chat.ChatDeleteRequest;
import com.slack.api.methods.request.chat.ChatPostMessageRequest;
import com.slack.api.methods.request.chat.ChatStartStreamRequest;
import com.slack.api.methods.request.chat.ChatStopStreamRequest;
import com.slack.api.methods.request.chat.ChatUpdateRequest;
import com.slack.api.model.block.LayoutBlock;
import com.slack.api.util.json.GsonFactory;
import java.util.Map;
import java.util.Objects;

/// Checks calls against the types of Slack's SDK: a field that the types do not have is lost in a
/// round trip.
public final class SdkTypes {
  private static final JsonMapper JSON = new JsonMapper();
  private static final Gson GSON = GsonFactory.createSnakeCase();

  private static final Map<String, Class<?>> REQUESTS =
      Map.of(
          "chat.postMessage", ChatPostMessageRequest.class,
          "chat.update", ChatUpdateRequest.class,
          "chat.delete", ChatDeleteRequest.class,
          "chat.startStream", ChatStartStreamRequest.class,
          "chat.appendStream", ChatAppendStreamRequest.class,
          "chat.stopStream", ChatStopStreamRequest.class,
          "assistant.threads.setStatus", AssistantThreadsSetStatusRequest.class,
          "assistant.threads.setSuggestedPrompts",
              AssistantThreadsSetSuggestedPromptsRequest.class);

  private SdkTypes() {}

  /// @throws AssertionError naming the parts that the SDK does not know
  static void check(String method, JsonNode arguments) {
    if (!REQUESTS.containsKey(method)) {
      assertThat(arguments).as(method).isEmpty();
      return;
    }
    var request = ((ObjectNode) arguments).deepCopy();
    // Newer than the SDK: a list of objects that contain blocks, which the SDK knows.
    var chunks = request.remove("chunks");
    if (chunks != null) {
      for (var chunk : chunks) {
        assertThat(chunk.fieldNames()).toIterable().containsExactlyInAnyOrder("type", "blocks");
        assertThat(chunk.path("type").asText()).isEqualTo("blocks");
        chunk.path("blocks").forEach(SdkTypes::checkBlock);
      }
    }
    checkKept(method, request, Objects.requireNonNull(REQUESTS.get(method)));
  }

  public static void checkBlock(JsonNode block) {
    checkKept("block", block, LayoutBlock.class);
  }

  private static void checkKept(String name, JsonNode sent, Class<?> type) {
    var kept = read(GSON.toJson(GSON.fromJson(sent.toString(), type), type));
    checkKept(name, sent, kept);
  }

  private static void checkKept(String name, JsonNode sent, JsonNode kept) {
    if (sent.isObject()) {
      sent.properties()
          .forEach(field ->
              checkKept(name + "." + field.getKey(), field.getValue(), kept.path(field.getKey())));
    } else if (sent.isArray()) {
      assertThat(kept).as(name).hasSameSizeAs(sent);
      for (int i = 0; i < sent.size(); i++) {
        checkKept(name + "[" + i + "]", sent.path(i), kept.path(i));
      }
    } else {
      assertThat(kept).as(name + ", as the SDK knows it").isEqualTo(sent);
    }
  }

  private static JsonNode read(String json) {
    try {
      return JSON.readTree(json);
    } catch (JsonProcessingException e) {
      throw new AssertionError(e);
    }
  }
}
