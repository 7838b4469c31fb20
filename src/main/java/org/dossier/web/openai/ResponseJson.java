package org.dossier.web.openai;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.databind.PropertyNamingStrategies.SnakeCaseStrategy;
import com.fasterxml.jackson.databind.annotation.JsonNaming;
import java.util.List;
import java.util.Map;
import org.dossier.web.json.CitationJson;
import org.jspecify.annotations.Nullable;

/// A response of OpenAI's Responses API.
///
/// @param createdAt seconds since 1970
/// @param output one message; none while it is in progress
/// @param store false: nothing is stored
/// @param dossier the outcome and the citations; `null` while it is in progress
@JsonNaming(SnakeCaseStrategy.class)
record ResponseJson(
    String id,
    String object,
    long createdAt,
    String status,
    @Nullable Object error,
    @Nullable Object incompleteDetails,
    @Nullable String instructions,
    Map<String, String> metadata,
    String model,
    List<MessageJson> output,
    boolean parallelToolCalls,
    String toolChoice,
    List<Object> tools,
    @Nullable Double temperature,
    @Nullable Double topP,
    boolean store,
    @Nullable UsageJson usage,
    @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable ReplyExtensionJson dossier) {

  record MessageJson(String type, String id, String status, String role, List<TextJson> content) {}

  /// @param annotations the citations, in the order of their markers
  record TextJson(
      String type, String text, List<AnnotationJson> annotations, List<Object> logprobs) {
    TextJson(String text, List<AnnotationJson> annotations) {
      this("output_text", text, annotations, List.of());
    }
  }

  /// An annotation of the text.
  sealed interface AnnotationJson {}

  /// A citation marker with the page that it refers to.
  ///
  /// @param startIndex the offset of its first character, in code points
  /// @param endIndex the offset after its last character
  /// @param dossier the citation with its exact quotation
  @JsonNaming(SnakeCaseStrategy.class)
  record UrlJson(
      String type, String url, String title, int startIndex, int endIndex, CitationJson dossier)
      implements AnnotationJson {}

  /// A citation marker with the version of the article that it refers to.
  ///
  /// @param fileId the id of the article and its version
  /// @param filename the title of the article
  /// @param index the offset of the marker, in code points
  @JsonNaming(SnakeCaseStrategy.class)
  record FileJson(String type, String fileId, String filename, int index)
      implements AnnotationJson {}

  /// No tokens are counted, because none are billed.
  @JsonNaming(SnakeCaseStrategy.class)
  record UsageJson(
      int inputTokens,
      InputDetailsJson inputTokensDetails,
      int outputTokens,
      OutputDetailsJson outputTokensDetails,
      int totalTokens) {
    static final UsageJson NONE =
        new UsageJson(0, new InputDetailsJson(0), 0, new OutputDetailsJson(0), 0);
  }

  @JsonNaming(SnakeCaseStrategy.class)
  record InputDetailsJson(int cachedTokens) {}

  @JsonNaming(SnakeCaseStrategy.class)
  record OutputDetailsJson(int reasoningTokens) {}
}
