package org.dossier.llm;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.dossier.llm.ScriptedModel.answer;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.dossier.Ports;
import org.dossier.llm.ModelFailure.Reason;
import org.dossier.llm.ScriptedModel.Step;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/// Calls with every provider's wire format, on loopback.
@Timeout(60)
class LanguageModelTest {
  private static final Prompt PROMPT =
      new Prompt(
          "Answer “briefly”.", "What of the bridge?\n[1] It opened.", List.of(), "answer:test");

  @ParameterizedTest
  @EnumSource
  void outputIsStreamedPieceByPiece(WireFormat format) throws Exception {
    try (var server = new ScriptedModel(format)) {
      var gate = new CountDownLatch(1);
      server.script(
          List.of(
              new Step.Words("The bridge “opened”"),
              new Step.Wait(gate),
              new Step.Words(" in May. [1]\n"),
              new Step.End("stop")));
      var pieces = new ArrayList<String>();

      model(server, Map.of())
          .generate(
              PROMPT,
              LanguageModelTest::wanted,
              generationStream -> {
                for (var p = generationStream.next(); p.isPresent(); p = generationStream.next()) {
                  pieces.add(p.get());
                  // The second piece is sent only after the client has read the first one.
                  gate.countDown();
                }
                return pieces;
              });

      assertThat(pieces).containsExactly("The bridge “opened”", " in May. [1]\n");
    }
  }

  @ParameterizedTest
  @EnumSource
  void requestContainsPromptAndSettings(WireFormat format) throws Exception {
    try (var server = new ScriptedModel(format)) {
      server.script(answer("Yes. [1]"));

      read(
          model(
              server,
              Map.of(
                  "dossier.model.temperature", "0.25",
                  "dossier.model.max-tokens", "321",
                  "dossier.model.headers", "X-Tenant: harbour, X-Trace: a:b")));

      var request = server.request();
      assertThat(request.headers())
          .containsEntry("x-tenant", "harbour")
          .containsEntry("x-trace", "a:b");
      assertThat(request.headers().toString()).contains("secret-key-4711");
      assertThat(request.path()).doesNotContain("secret");
      var body = new ObjectMapper().readTree(request.body());
      assertThat(body.findValuesAsText("content").toString() + body.findValuesAsText("text"))
          .contains("Answer “briefly”.", "What of the bridge?\n[1] It opened.");
      assertThat(body.findValuesAsText("temperature")).containsExactly("0.25");
      assertThat(request.body()).contains("321");
    }
  }

  @Test
  void emptyTemperatureIsNotSent() throws Exception {
    try (var server = new ScriptedModel(WireFormat.OPENAI)) {
      server.script(answer("Yes. [1]"));

      read(model(server, Map.of("dossier.model.temperature", "")));

      assertThat(server.request().body()).doesNotContain("temperature");
    }
  }

  @ParameterizedTest
  @EnumSource
  void errorsAreMappedToReasons(WireFormat format) throws Exception {
    var failing = Map.of("dossier.model.circuit-breaker.failure-threshold", "100");
    try (var server = new ScriptedModel(format)) {
      var model = model(server, failing);
      assertThat(failure(server, model, new Step.Status(401, "{\"error\":\"secret-key-4711\"}")))
          .isEqualTo(Reason.REFUSED);
      assertThat(failure(server, model, new Step.Status(404, "{}")))
          .isEqualTo(Reason.UNKNOWN_MODEL);
      assertThat(failure(server, model, new Step.Status(429, "{}"))).isEqualTo(Reason.RATE_LIMITED);
      assertThat(failure(server, model, new Step.Status(500, "{}")))
          .isEqualTo(Reason.PROVIDER_ERROR);
      assertThat(failure(server, model, new Step.Status(503, "<html>no</html>")))
          .isEqualTo(Reason.PROVIDER_ERROR);
      assertThat(failure(server, model, new Step.Status(400, "not JSON")))
          .isEqualTo(Reason.REFUSED);
      assertThat(failure(server, model, new Step.Reset())).isEqualTo(Reason.UNREACHABLE);
      assertThat(failure(server, model, new Step.Words("The bri"), new Step.HangUp()))
          .isEqualTo(Reason.TRUNCATED);
      assertThat(failure(server, model, new Step.Words("The bri"), new Step.End("length")))
          .isEqualTo(Reason.TRUNCATED);
    }
  }

  @ParameterizedTest
  @EnumSource
  void connectionLostDuringOutputIsTruncated(WireFormat format) throws Exception {
    try (var server = new ScriptedModel(format)) {
      // A reset may discard bytes sent before it, so it is sent after they were read.
      var read = new CountDownLatch(1);
      server.script(List.of(new Step.Words("The bri"), new Step.Wait(read), new Step.Reset()));

      var failure =
          catchThrowableOfType(
              ModelFailure.class,
              () ->
                  model(server, Map.of())
                      .generate(
                          PROMPT,
                          LanguageModelTest::wanted,
                          generationStream -> {
                            var first = generationStream.next();
                            read.countDown();
                            generationStream.next();
                            return first;
                          }));

      assertThat(failure.reason()).isEqualTo(Reason.TRUNCATED);
    }
  }

  @ParameterizedTest
  @EnumSource
  void malformedResponseIsInvalid(WireFormat format) throws Exception {
    try (var server = new ScriptedModel(format)) {
      var garbage =
          switch (format) {
            case OLLAMA -> "{\"mod\u0007el\n";
            case ANTHROPIC -> "event: content_block_delta\ndata: {\"ty\u0007pe\n\n";
            case OPENAI, COMPATIBLE, MISTRAL, GEMINI -> "data: {\"cho\u0007ices\n\n";
          };
      var reason =
          failure(server, model(server, Map.of()), new Step.Raw(garbage), new Step.HangUp());

      assertThat(reason).isEqualTo(Reason.INVALID_RESPONSE);
    }
  }

  @Test
  void closedPortIsUnreachable() throws Exception {
    var closed = "http://127.0.0.1:" + Ports.free();
    var settings = Map.of("dossier.model", "ollama:m", "dossier.model.base-url", closed);
    var model =
        ConfiguredLlm.of(ModelSettings.of(settings), Map.of(), ModelMeter.NONE)
            .chosen()
            .orElseThrow();

    assertThat(failed(model).reason()).isEqualTo(Reason.UNREACHABLE);
  }

  @ParameterizedTest
  @EnumSource
  void silentModelTimesOutAndIsCancelled(WireFormat format) throws Exception {
    try (var server = new ScriptedModel(format)) {
      // The first call loads classes, which would count as silence.
      server.script(answer("Yes. [1]"));
      server.script(List.of(new Step.Silence()));
      read(model(server, Map.of()));

      var failure =
          failed(model(server, Map.of("dossier.model.first-statement-timeout", "1500ms")));

      assertThat(failure.reason()).isEqualTo(Reason.TIMEOUT);
      assertThat(failure).hasMessageContaining("1500 ms");
      server.awaitDisconnect();
    }
  }

  @Test
  void textWithoutAStatementDoesNotExtendTheTimeout() throws Exception {
    try (var server = new ScriptedModel(WireFormat.OLLAMA)) {
      server.script(List.of(new Step.Words("Well, "), new Step.Silence()));

      var model = model(server, Map.of("dossier.model.first-statement-timeout", "300ms"));

      assertThat(failed(model).reason()).isEqualTo(Reason.TIMEOUT);
      server.awaitDisconnect();
    }
  }

  @Test
  void verifiedStatementExtendsTheTimeoutToTheTotal() throws Exception {
    try (var server = new ScriptedModel(WireFormat.OPENAI)) {
      server.script(List.of(new Step.Words("It opened. [1]\n"), new Step.Silence()));
      var model =
          model(
              server,
              Map.of(
                  "dossier.model.first-statement-timeout",
                  "300ms",
                  "dossier.model.total-timeout",
                  "900ms"));

      var failure =
          catchThrowableOfType(
              ModelFailure.class,
              () ->
                  model.generate(
                      PROMPT,
                      LanguageModelTest::wanted,
                      generationStream -> {
                        generationStream.next();
                        generationStream.onStatementVerified();
                        return generationStream.next();
                      }));

      assertThat(failure).hasMessageContaining("900 ms");
      server.awaitDisconnect();
    }
  }

  @ParameterizedTest
  @EnumSource
  void disconnectedClientCancelsTheCall(WireFormat format) throws Exception {
    try (var server = new ScriptedModel(format)) {
      server.script(List.of(new Step.Silence()));
      var model = model(server, Map.of());
      var asked = new CountDownLatch(1);
      Runnable gone =
          () -> {
            if (asked.getCount() == 0) {
              throw new IllegalStateException("gone");
            }
          };

      var answering =
          CompletableFuture.runAsync(() -> {
            try {
              model.generate(PROMPT, gone, GenerationStream::next);
            } catch (ModelFailure e) {
              throw new AssertionError(e);
            }
          });
      server.request();
      asked.countDown();

      server.awaitDisconnect();
      assertThatThrownBy(answering::join).hasRootCauseMessage("gone");
    }
  }

  @Test
  void readerThatReturnsEarlyCancelsTheCall() throws Exception {
    try (var server = new ScriptedModel(WireFormat.ANTHROPIC)) {
      server.script(List.of(new Step.Words("It opened. [1]"), new Step.Silence()));

      assertThat(
              model(server, Map.of())
                  .generate(PROMPT, LanguageModelTest::wanted, GenerationStream::next))
          .contains("It opened. [1]");
      server.awaitDisconnect();
    }
  }

  @Test
  void circuitOpensAfterFailuresAndClosesAgain() throws Exception {
    try (var server = new ScriptedModel(WireFormat.OPENAI)) {
      server.script(List.of(new Step.Status(500, "{}")));
      var model =
          model(
              server,
              Map.of(
                  "dossier.model.circuit-breaker.failure-threshold",
                  "3",
                  "dossier.model.circuit-breaker.delay",
                  "400ms"));
      for (int i = 0; i < 3; i++) {
        assertThat(failed(model).reason()).isEqualTo(Reason.PROVIDER_ERROR);
        server.request();
      }

      assertThat(failed(model).reason()).isEqualTo(Reason.CIRCUIT_OPEN);
      assertThat(server.unreadRequests()).isZero();

      server.script(answer("Back. [1]"));
      var pieces = until(() -> read(model));
      assertThat(pieces).containsExactly("Back. [1]");
    }
  }

  @Test
  void failuresOfTheReaderDoNotOpenTheCircuit() throws Exception {
    try (var server = new ScriptedModel(WireFormat.OPENAI)) {
      server.script(answer("Yes. [1]"));
      var model = model(server, Map.of("dossier.model.circuit-breaker.failure-threshold", "1"));
      for (int i = 0; i < 3; i++) {
        assertThatThrownBy(() ->
                model.generate(
                    PROMPT,
                    LanguageModelTest::wanted,
                    _ -> {
                      throw new ModelFailure(
                          Reason.UNUSABLE_OUTPUT, "none of it points at anything");
                    }))
            .isInstanceOf(ModelFailure.class);
        assertThatThrownBy(() ->
                model.generate(
                    PROMPT,
                    LanguageModelTest::wanted,
                    _ -> {
                      throw new IllegalStateException("the client is gone");
                    }))
            .isInstanceOf(IllegalStateException.class);
      }

      assertThat(read(model)).containsExactly("Yes. [1]");
    }
  }

  @Test
  void concurrentCallsAreLimited() throws Exception {
    try (var server = new ScriptedModel(WireFormat.OLLAMA)) {
      var gate = new CountDownLatch(1);
      server.script(List.of(new Step.Wait(gate), new Step.Words("Yes. [1]"), new Step.End("stop")));
      var model = model(server, Map.of("dossier.model.max-concurrent-calls", "1"));
      var first =
          CompletableFuture.supplyAsync(() -> {
            try {
              return read(model);
            } catch (ModelFailure e) {
              throw new AssertionError(e);
            }
          });
      server.request();

      assertThat(failed(model).reason()).isEqualTo(Reason.CONCURRENCY_LIMIT);
      gate.countDown();
      assertThat(first.get(20, TimeUnit.SECONDS)).containsExactly("Yes. [1]");
      assertThat(read(model)).containsExactly("Yes. [1]");
    }
  }

  @Test
  void failureAfterTheFirstStatementIsThrownAndCountedOnce() throws Exception {
    var outcomes = new ArrayList<Optional<Reason>>();
    var meter =
        new ModelMeter() {
          @Override
          public void recordCall(Optional<Reason> failure, Duration took) {
            outcomes.add(failure);
          }
        };
    try (var server = new ScriptedModel(WireFormat.MISTRAL)) {
      var read = new CountDownLatch(1);
      server.script(
          List.of(new Step.Words("It opened. [1]\n"), new Step.Wait(read), new Step.Reset()));
      var model = ModelSettings.of(server, Map.of(), meter).chosen().orElseThrow();
      var pieces = new ArrayList<String>();

      var failure =
          catchThrowableOfType(
              ModelFailure.class,
              () ->
                  model.generate(
                      PROMPT,
                      LanguageModelTest::wanted,
                      generationStream -> {
                        pieces.add(generationStream.next().orElseThrow());
                        read.countDown();
                        return generationStream.next();
                      }));

      assertThat(pieces).containsExactly("It opened. [1]\n");
      assertThat(failure.reason()).isEqualTo(Reason.TRUNCATED);
      assertThat(outcomes).containsExactly(Optional.of(Reason.TRUNCATED));
    }
  }

  @ParameterizedTest
  @CsvSource({"401", "400", "429", "500", "200"})
  void failureMessagesContainNeitherSecretNorQuestion(int status) throws Exception {
    try (var server = new ScriptedModel(WireFormat.OPENAI)) {
      var echo = "{\"error\":{\"message\":\"secret-key-4711 may not ask: What of the bridge?\"}}";
      server.script(
          status == 200
              ? List.of(new Step.Raw("data: " + echo + "\n\n"), new Step.HangUp())
              : List.of(new Step.Status(status, echo)));

      var failure = failed(model(server, Map.of()));

      for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
        assertThat(cause.toString()).doesNotContain("secret-key", "What of the bridge");
      }
    }
  }

  private static LanguageModel model(ScriptedModel server, Map<String, String> more) {
    return ModelSettings.of(server, more, ModelMeter.NONE).chosen().orElseThrow();
  }

  private static List<String> read(LanguageModel model) throws ModelFailure {
    return model.generate(
        PROMPT,
        LanguageModelTest::wanted,
        generationStream -> {
          var pieces = new ArrayList<String>();
          for (var p = generationStream.next(); p.isPresent(); p = generationStream.next()) {
            pieces.add(p.get());
          }
          return pieces;
        });
  }

  private static ModelFailure failed(LanguageModel model) {
    var failure = catchThrowableOfType(ModelFailure.class, () -> read(model));
    assertThat(failure).isNotNull();
    return failure;
  }

  private static Reason failure(ScriptedModel server, LanguageModel model, Step... steps) {
    server.script(List.of(steps));
    return failed(model).reason();
  }

  private interface Attempt<T> {
    T make() throws ModelFailure;
  }

  /// Repeats the attempt until the circuit is closed.
  private static <T> T until(Attempt<T> attempt) throws InterruptedException, ModelFailure {
    long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(20);
    while (true) {
      try {
        return attempt.make();
      } catch (ModelFailure e) {
        if (e.reason() != Reason.CIRCUIT_OPEN || System.nanoTime() > end) {
          throw e;
        }
        Thread.sleep(10);
      }
    }
  }

  /// The check of a caller that still wants the result.
  private static void wanted() {}
}
