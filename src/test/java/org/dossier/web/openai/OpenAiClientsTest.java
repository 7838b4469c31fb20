package org.dossier.web.openai;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.openai.client.OpenAIClient;
import com.openai.client.okhttp.OpenAIOkHttpClient;
import com.openai.errors.NotFoundException;
import com.openai.helpers.ResponseAccumulator;
import com.openai.models.chat.completions.ChatCompletionChunk;
import com.openai.models.chat.completions.ChatCompletionCreateParams;
import com.openai.models.chat.completions.ChatCompletionMessage;
import com.openai.models.responses.ResponseCreateParams;
import dev.langchain4j.data.message.AiMessage;
import dev.langchain4j.data.message.UserMessage;
import dev.langchain4j.exception.ModelNotFoundException;
import dev.langchain4j.model.chat.response.ChatResponse;
import dev.langchain4j.model.chat.response.StreamingChatResponseHandler;
import dev.langchain4j.model.openai.OpenAiChatModel;
import dev.langchain4j.model.openai.OpenAiStreamingChatModel;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Collectors;
import org.dossier.web.Api;
import org.dossier.web.DefaultProfile;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// The endpoints with the clients that programs use: each asks, streams, reads citations, follows
/// up, and gets an error.
@QuarkusTest
@TestProfile(DefaultProfile.class)
// Extension fields are only in what the client calls deprecated.
@SuppressWarnings("deprecation")
class OpenAiClientsTest {
  private static final String QUESTION =
      "When did Iran and Russia sign the strategic cooperation agreement?";

  /// Text outside the basic multilingual plane, and from right to left.
  private static final String OTHER_SCRIPTS =
      "The 𝔘𝔫𝔦 😀 tower of Vessna opened on 4 May 2019, پل بندر was closed.";

  private OpenAIClient client;

  @BeforeEach
  void connect() {
    client =
        OpenAIOkHttpClient.builder()
            .baseUrl(Api.address("/v1").toString())
            .apiKey("none")
            .maxRetries(0)
            .build();
    Api.put("clients/tower", Map.of("title", "The tower", "text", OTHER_SCRIPTS));
  }

  @AfterEach
  void disconnect() {
    client.close();
    Api.send("DELETE", "/api/articles/clients/tower", null, Map.of());
  }

  @Test
  void theClientOfOpenAiReadsCitations() {
    assertThat(client.models().list().data().stream().map(model -> model.id()))
        .contains("dossier", "dossier-extractive");
    for (var question : List.of(QUESTION, "When did the tower of Vessna open?")) {
      var completion = client.chat().completions().create(params(question).build());
      var message = completion.choices().getFirst().message();

      checkAnnotations(message);
      assertThat(completion._additionalProperties()).containsKey("dossier");
    }
  }

  private static void checkAnnotations(ChatCompletionMessage message) {
    var content = message.content().orElseThrow();
    var annotations = message.annotations().orElseThrow();
    assertThat(annotations).isNotEmpty();
    for (var annotation : annotations) {
      var page = annotation.urlCitation();
      assertThat(
              ReplyContentTest.substring(content, (int) page.startIndex(), (int) page.endIndex()))
          .matches("\\[\\d]");
      assertThat(page.title()).isNotBlank();
      var path = page.url().substring(Api.address("").toString().length()).replace("#cited", "");
      assertThat(Api.page(path).status()).isEqualTo(200);
      assertThat(annotation._additionalProperties().get("dossier")).asString().contains("quote");
    }
  }

  @Test
  void theClientOfOpenAiStreamsAndFollowsUp() {
    var chunks = new ArrayList<ChatCompletionChunk>();
    try (var stream = client.chat().completions().createStreaming(params(QUESTION).build())) {
      stream.stream().forEach(chunks::add);
    }

    var content =
        chunks.stream()
            .flatMap(chunk -> chunk.choices().stream())
            .flatMap(choice -> choice.delta().content().stream())
            .collect(Collectors.joining());
    var annotations =
        chunks.getLast().choices().getFirst().delta()._additionalProperties().get("annotations");
    assertThat(content).contains("[1]");
    assertThat(annotations).asString().contains("url_citation", "quote");

    var followUp =
        client
            .chat()
            .completions()
            .create(
                params(QUESTION)
                    .addAssistantMessage(content)
                    .addUserMessage("Who signed it?")
                    .build());
    assertThat(followUp._additionalProperties().get("dossier")).asString().contains("agreement");
  }

  @Test
  void theClientOfOpenAiGetsItsOwnErrors() {
    assertThatThrownBy(
            () -> client.chat().completions().create(params("x").model("gpt-4o").build()))
        .isInstanceOf(NotFoundException.class)
        .hasMessageContaining("the models of this server are dossier");
  }

  @Test
  void theClientOfOpenAiReadsTheCitationsOfResponses() {
    var params = ResponseCreateParams.builder().model("dossier").input(QUESTION).build();
    var response = client.responses().create(params);
    var text = response.output().getFirst().asMessage().content().getFirst().asOutputText();
    var url = text.annotations().getFirst().asUrlCitation();
    var file = text.annotations().get(1).asFileCitation();
    var accumulator = ResponseAccumulator.create();
    try (var stream = client.responses().createStreaming(params)) {
      stream.stream().forEach(accumulator::accumulate);
    }

    assertThat(
            ReplyContentTest.substring(text.text(), (int) url.startIndex(), (int) url.endIndex()))
        .isEqualTo("[1]");
    assertThat(file.filename()).isEqualTo(url.title());
    assertThat(file.fileId()).startsWith("2011-11-11-strategic-cooperation-agreement@");
    assertThat(
            accumulator
                .response()
                .output()
                .getFirst()
                .asMessage()
                .content()
                .getFirst()
                .asOutputText()
                .text())
        .isEqualTo(text.text());
  }

  private static ChatCompletionCreateParams.Builder params(String question) {
    return ChatCompletionCreateParams.builder().model("dossier").addUserMessage(question);
  }

  @Test
  void langChain4jAsksStreamsAndFollowsUp() {
    var model =
        OpenAiChatModel.builder()
            .baseUrl(Api.address("/v1").toString())
            .apiKey("none")
            .modelName("dossier-sources")
            .build();
    var first = model.chat(UserMessage.from(QUESTION)).aiMessage().text();
    var followUp =
        model
            .chat(
                UserMessage.from(QUESTION),
                AiMessage.from(first),
                UserMessage.from("Who signed it?"))
            .aiMessage()
            .text();

    assertThat(first).contains("[1]", "**Sources**", "#cited");
    assertThat(followUp).contains("[1]").isNotEqualTo(first);
    assertThat(streamed()).isEqualTo(first);
  }

  private static String streamed() {
    var model =
        OpenAiStreamingChatModel.builder()
            .baseUrl(Api.address("/v1").toString())
            .apiKey("none")
            .modelName("dossier-sources")
            .build();
    var parts = new StringBuilder();
    var complete = new CompletableFuture<String>();
    model.chat(
        List.of(UserMessage.from(QUESTION)),
        new StreamingChatResponseHandler() {
          @Override
          public void onPartialResponse(String part) {
            parts.append(part);
          }

          @Override
          public void onCompleteResponse(ChatResponse response) {
            complete.complete(response.aiMessage().text());
          }

          @Override
          public void onError(Throwable error) {
            complete.completeExceptionally(error);
          }
        });
    assertThat(complete.join()).isEqualTo(parts.toString());
    return parts.toString();
  }

  @Test
  void langChain4jGetsItsOwnErrors() {
    var model =
        OpenAiChatModel.builder()
            .baseUrl(Api.address("/v1").toString())
            .apiKey("none")
            .modelName("gpt-4o")
            .maxRetries(0)
            .build();

    assertThatThrownBy(() -> model.chat("x"))
        .isInstanceOf(ModelNotFoundException.class)
        .hasMessageContaining("the models of this server are dossier");
  }
}
