package org.dossier.web.openai;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.databind.PropertyNamingStrategies.SnakeCaseStrategy;
import com.fasterxml.jackson.databind.annotation.JsonNaming;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A chat completion, whole or a chunk of a stream.
///
/// @param created seconds since 1970
/// @param usage `null` in a chunk without it
/// @param dossier the outcome and the citations; `null` in a chunk before the last one
@JsonNaming(SnakeCaseStrategy.class)
record ChatCompletionJson(
    String id,
    String object,
    long created,
    String model,
    List<ChoiceJson> choices,
    @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable UsageJson usage,
    @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable ReplyExtensionJson dossier) {

  /// One choice: a message in a whole completion, a delta in a chunk.
  @JsonNaming(SnakeCaseStrategy.class)
  record ChoiceJson(
      int index,
      @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable MessageJson message,
      @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable DeltaJson delta,
      @Nullable Object logprobs,
      @Nullable String finishReason) {}

  record MessageJson(
      String role, String content, @Nullable String refusal, List<UrlCitationJson> annotations) {}

  @JsonInclude(JsonInclude.Include.NON_NULL)
  record DeltaJson(
      @Nullable String role,
      @Nullable String content,
      @Nullable List<UrlCitationJson> annotations) {}

  /// No tokens are counted, because none are billed.
  @JsonNaming(SnakeCaseStrategy.class)
  record UsageJson(int promptTokens, int completionTokens, int totalTokens) {
    static final UsageJson NONE = new UsageJson(0, 0, 0);
  }
}
