package org.dossier.observability;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.opentelemetry.api.OpenTelemetry;
import io.opentelemetry.api.common.AttributeKey;
import io.opentelemetry.api.trace.StatusCode;
import io.opentelemetry.sdk.OpenTelemetrySdk;
import io.opentelemetry.sdk.common.CompletableResultCode;
import io.opentelemetry.sdk.trace.SdkTracerProvider;
import io.opentelemetry.sdk.trace.data.SpanData;
import io.opentelemetry.sdk.trace.export.SimpleSpanProcessor;
import io.opentelemetry.sdk.trace.export.SpanExporter;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.dossier.LogCapture;
import org.dossier.answer.About;
import org.dossier.answer.AnswerMetadata;
import org.dossier.answer.AnswerOrigin;
import org.dossier.answer.Clarification;
import org.dossier.chat.conversation.Reply;
import org.dossier.chat.conversation.UnknownConversationException;
import org.dossier.instrumentation.Stage;
import org.dossier.question.QuestionKind;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/// Instrumentation of questions that end without an answer, and the settings that show their text.
class QuestionInstrumentationTest {
  private final SimpleMeterRegistry meters = new SimpleMeterRegistry();
  private final Exported exported = new Exported();
  private final LogCapture log = new LogCapture("dossier.questions");

  @AfterEach
  void stop() {
    log.close();
  }

  @Test
  void anInternalErrorIsAFailure() {
    var questionInstrumentation = questions(Map.of(), exported.telemetry());

    check(questionInstrumentation, new IllegalStateException("the disk is full"), "failed");
    assertThat(exported.spans).extracting(SpanData::getName).containsExactly("store", "question");
    assertThat(exported.spans)
        .extracting(span -> span.getStatus().getStatusCode())
        .containsExactly(StatusCode.ERROR, StatusCode.ERROR);
    assertThat(meters.get("dossier.stage").tag("stage", "store").timer().count()).isEqualTo(1);
  }

  @Test
  void anUnknownConversationIsRejected() {
    var unknown = new UnknownConversationException("c-1");

    check(questions(Map.of(), OpenTelemetry.noop()), unknown, "rejected");
  }

  @Test
  void anExceptionsOwnOutcomeIsUsed() {
    check(questions(Map.of(), OpenTelemetry.noop()), new Gone(), "cancelled");
  }

  @Test
  void anOutcomeWithoutStatementsIsCountedAndHasItsKind() {
    var metadata =
        new AnswerMetadata(QuestionKind.YES_NO, null, 1, AnswerOrigin.EXTRACTIVE, 7, List.of());
    var outcomes =
        Map.of(
            "clarify",
            new Clarification("Which bridge?", List.of("The old one?"), metadata),
            "about",
            new About("Hello.", List.of(), metadata));
    var questionInstrumentation = questions(Map.of(), OpenTelemetry.noop());

    outcomes.forEach((outcome, answer) -> {
      questionInstrumentation.record(
          Channel.WIDGET, "Bridge?", () -> new Reply("c", 1, "Bridge?", answer, List.of()));

      var timer =
          meters.get("dossier.questions").tags("channel", "widget", "outcome", outcome).timer();
      assertThat(timer.count()).isEqualTo(1);
      assertThat(log.words().getLast())
          .startsWith("question outcome=" + outcome)
          .contains(" kind=yes-no");
    });
    assertThat(meters.get("dossier.statements").counters())
        .allSatisfy(counter -> assertThat(counter.count()).isZero());
  }

  @Test
  void questionsAreShownIfConfigured() {
    var shown =
        Map.of(
            "dossier.observability.log.questions", "true",
            "dossier.observability.traces.questions", "true");

    check(questions(shown, exported.telemetry()), new Gone(), "cancelled");
    assertThat(log.words().getFirst()).endsWith(" question=Who opened the bridge?");
    assertThat(exported.spans.getLast().getAttributes().asMap())
        .containsEntry(AttributeKey.stringKey("dossier.question"), "Who opened the bridge?");
  }

  @Test
  void questionsAreNotShownByDefault() {
    check(questions(Map.of(), exported.telemetry()), new Gone(), "cancelled");

    assertThat(log.words() + " " + exported.spans).doesNotContain("bridge");
  }

  private void check(
      QuestionInstrumentation questionInstrumentation, RuntimeException fault, String outcome) {
    Supplier<Reply> failing =
        () ->
            Stage.STORE.run(() -> {
              throw fault;
            });
    assertThatThrownBy(
            () -> questionInstrumentation.record(Channel.SLACK, "Who opened the bridge?", failing))
        .isSameAs(fault);
    var timer =
        meters.get("dossier.questions").tags("channel", "slack", "outcome", outcome).timer();
    assertThat(timer.count()).isEqualTo(1);
    assertThat(log.words()).singleElement().asString().startsWith("question outcome=" + outcome);
  }

  private QuestionInstrumentation questions(Map<String, String> settings, OpenTelemetry telemetry) {
    var config = ObservabilitySettings.with(settings);
    return new QuestionInstrumentation(
        new QuestionMeters(meters),
        new StageMeters(meters),
        new Traces(telemetry, config),
        new QuestionLog(config));
  }

  private static final class Gone extends RuntimeException implements HasOutcome {
    private static final long serialVersionUID = 1L;

    @Override
    public Outcome outcome() {
      return Outcome.CANCELLED;
    }
  }

  private static final class Exported implements SpanExporter {
    private final List<SpanData> spans = new ArrayList<>();

    OpenTelemetry telemetry() {
      return OpenTelemetrySdk.builder()
          .setTracerProvider(
              SdkTracerProvider.builder()
                  .addSpanProcessor(SimpleSpanProcessor.create(this))
                  .build())
          .build();
    }

    @Override
    public CompletableResultCode export(Collection<SpanData> ended) {
      spans.addAll(ended);
      return CompletableResultCode.ofSuccess();
    }

    @Override
    public CompletableResultCode flush() {
      return CompletableResultCode.ofSuccess();
    }

    @Override
    public CompletableResultCode shutdown() {
      return CompletableResultCode.ofSuccess();
    }
  }
}
