package org.dossier.llm;

/// Events of Anthropic's streams.
final class AnthropicEvents {
  private AnthropicEvents() {}

  static String begin() {
    return event(
        "message_start",
        "\"message\":{\"id\":\"msg_1\",\"type\":\"message\",\"role\":\"assistant\",\"model\":\"m\",\"content\":[],\"stop_reason\":null,\"stop_sequence\":null,\"usage\":{\"input_tokens\":7,\"output_tokens\":1}}");
  }

  static String beginBlock(int block) {
    return event(
        "content_block_start",
        "\"index\":%d,\"content_block\":{\"type\":\"text\",\"text\":\"\"}".formatted(block));
  }

  static String words(int block, String words) {
    return delta(
        block, "{\"type\":\"text_delta\",\"text\":%s}".formatted(WireFormat.quoted(words)));
  }

  /// A citation of a block: the blocks of a search result from `start` to `end`, exclusive.
  static String citation(int block, int searchResult, int start, int end) {
    return delta(
        block,
        "{\"type\":\"citations_delta\",\"citation\":{\"type\":\"search_result_location\",\"cited_text\":\"…\",\"source\":\"s\",\"title\":\"t\",\"search_result_index\":%d,\"start_block_index\":%d,\"end_block_index\":%d}}"
            .formatted(searchResult, start, end));
  }

  static String endBlock(int block) {
    return event("content_block_stop", "\"index\":" + block);
  }

  /// The end of a message.
  ///
  /// @param reason `stop`, or `length` if the answer reached the token limit
  static String end(String reason) {
    var stop = reason.equals("length") ? "max_tokens" : "end_turn";
    return event(
            "message_delta",
            "\"delta\":{\"stop_reason\":\"%s\",\"stop_sequence\":null},\"usage\":{\"output_tokens\":7}"
                .formatted(stop))
        + event("message_stop", "");
  }

  private static String delta(int block, String delta) {
    return event("content_block_delta", "\"index\":%d,\"delta\":%s".formatted(block, delta));
  }

  private static String event(String name, String more) {
    return "event: %s\ndata: {\"type\":\"%s\"%s}\n\n"
        .formatted(name, name, more.isEmpty() ? "" : "," + more);
  }
}
