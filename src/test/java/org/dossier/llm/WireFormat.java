package org.dossier.llm;

import com.fasterxml.jackson.core.io.JsonStringEncoder;
import java.util.List;
import org.dossier.llm.ScriptedModel.Request;
import org.dossier.llm.ScriptedModel.Step;

/// Wire format of a provider's streamed answers.
public enum WireFormat {
  /// OpenAI's chat completions, which most local servers use, too.
  OPENAI("openai", "/v1", "/v1/chat/completions", "text/event-stream") {
    @Override
    String words(String words) {
      return openAiChunk("{\"content\":" + quoted(words) + "}", "null");
    }

    @Override
    String end(String reason) {
      return openAiChunk("{}", quoted(reason)) + "data: [DONE]\n\n";
    }
  },
  COMPATIBLE("openai-compatible", "/v1", "/v1/chat/completions", "text/event-stream") {
    @Override
    String words(String words) {
      return OPENAI.words(words);
    }

    @Override
    String end(String reason) {
      return OPENAI.end(reason);
    }
  },
  MISTRAL("mistral", "/v1", "/v1/chat/completions", "text/event-stream") {
    @Override
    String words(String words) {
      return OPENAI.words(words);
    }

    @Override
    String end(String reason) {
      return OPENAI.end(reason);
    }
  },
  /// One JSON document for each line.
  OLLAMA("ollama", "", "/api/chat", "application/x-ndjson") {
    @Override
    String words(String words) {
      return line(words, "\"done\":false");
    }

    @Override
    String end(String reason) {
      return line(
          "",
          "\"done\":true,\"done_reason\":%s,\"prompt_eval_count\":7,\"eval_count\":7"
              .formatted(quoted(reason)));
    }

    private String line(String words, String state) {
      return "{\"model\":\"m\",\"created_at\":\"2026-01-02T03:04:05Z\",\"message\":{\"role\":\"assistant\",\"content\":%s},%s}\n"
          .formatted(quoted(words), state);
    }
  },
  ANTHROPIC("anthropic", "/v1", "/v1/messages", "text/event-stream") {
    @Override
    String begin() {
      return AnthropicEvents.begin() + AnthropicEvents.beginBlock(0);
    }

    @Override
    String words(String words) {
      return AnthropicEvents.words(0, words);
    }

    @Override
    String end(String reason) {
      return AnthropicEvents.endBlock(0) + AnthropicEvents.end(reason);
    }

    // Turns markers into Anthropic's citations if the request has search results.
    @Override
    List<Step> encode(List<Step> steps, Request request) {
      var articles = request.searchResults();
      return articles.isEmpty() ? steps : new AnthropicScript(articles).convert(steps);
    }
  },
  GEMINI("gemini", "/v1beta", "/v1beta/models/m:streamGenerateContent", "text/event-stream") {
    @Override
    String words(String words) {
      return candidate(words, "");
    }

    @Override
    String end(String reason) {
      var stop = reason.equals("length") ? "MAX_TOKENS" : "STOP";
      return candidate("", ",\"finishReason\":\"" + stop + "\"");
    }

    private String candidate(String words, String more) {
      return "data: {\"candidates\":[{\"content\":{\"parts\":[{\"text\":%s}],\"role\":\"model\"},\"index\":0%s}],\"usageMetadata\":{\"promptTokenCount\":7,\"candidatesTokenCount\":7,\"totalTokenCount\":14},\"modelVersion\":\"m\",\"responseId\":\"r\"}\n\n"
          .formatted(quoted(words), more);
    }
  };

  private final String provider;
  private final String base;
  private final String path;
  private final String type;

  WireFormat(String provider, String base, String path, String type) {
    this.provider = provider;
    this.base = base;
    this.path = path;
    this.type = type;
  }

  /// The value of `dossier.model` for a model `m` with this format.
  public String choice() {
    return provider + ":m";
  }

  /// The path of `dossier.model.base-url`.
  String base() {
    return base;
  }

  /// The path of requests.
  String path() {
    return path;
  }

  String type() {
    return type;
  }

  /// The bytes before the first piece of text.
  String begin() {
    return "";
  }

  /// A script in the form that this provider uses for this request.
  List<Step> encode(List<Step> steps, Request request) {
    return steps;
  }

  /// A piece of the answer.
  abstract String words(String words);

  /// The bytes after the last piece of text.
  ///
  /// @param reason `stop`, or `length` if the answer reached the token limit
  abstract String end(String reason);

  private static String openAiChunk(String delta, String reason) {
    return "data: {\"id\":\"c-1\",\"object\":\"chat.completion.chunk\",\"created\":1767323045,\"model\":\"m\",\"choices\":[{\"index\":0,\"delta\":%s,\"finish_reason\":%s}]}\n\n"
        .formatted(delta, reason);
  }

  static String quoted(String words) {
    return '"' + new String(JsonStringEncoder.getInstance().quoteAsString(words)) + '"';
  }
}
