package org.dossier.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.dossier.llm.ScriptedModel;
import org.dossier.llm.ScriptedModel.Step;
import org.dossier.llm.WireFormat;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Shutdown of the packaged server while it streams an answer.
class StoppingIT {
  private static final String MESSAGE = "{\"message\": \"" + ProgramFixture.QUESTION + "\"}";
  private static final long SIGINT_MASK = 1 << 1;

  @TempDir private Path home;
  private final ScriptedModel model = new ScriptedModel(WireFormat.COMPATIBLE);
  private final CountDownLatch gate = new CountDownLatch(1);
  private final HttpClient client = HttpClient.newHttpClient();
  private ProgramFixture programFixture;

  @BeforeEach
  void setUp() throws IOException {
    programFixture = new ProgramFixture(home);
    model.script(request ->
        List.of(
            new Step.Words("The bridge over the Lune opened on 3 May 1999. [1]\n"),
            new Step.Wait(gate),
            new Step.Words("Mayor Ada Quill cut the ribbon. [1]\n"),
            new Step.End("stop")));
  }

  @AfterEach
  void close() {
    programFixture.close();
    gate.countDown();
    client.close();
    model.close();
  }

  @Test
  void shutdownFinishesStreamsAndRejectsNewRequests() throws Exception {
    var server = serve("30s");
    var address = server.address();
    var stream = stream(address);

    server.interrupt();
    server.awaitErr(text -> text.contains("Stopping: requests in progress are finished"));
    awaitRefusal(address);

    var refused = ask(address);
    assertThat(refused.statusCode()).isEqualTo(503);
    assertThat(refused.headers().firstValue("retry-after")).hasValue("5");
    assertThat(refused.headers().firstValue("content-type").orElse(""))
        .startsWith("application/problem+json");
    var problem = new ObjectMapper().readTree(refused.body());
    assertThat(problem.path("type").asText()).isEqualTo("urn:dossier:problem:shutting-down");
    assertThat(problem.path("reference").asText())
        .isEqualTo(refused.headers().firstValue("x-request-id").orElseThrow());
    assertThat(get(address, "/q/metrics").body())
        .containsPattern("dossier_http_problems_total\\{type=\"shutting-down\"} [1-9]");
    assertThat(get(address, "/q/health/ready").statusCode()).isEqualTo(503);
    assertThat(get(address, "/q/health/live").statusCode()).isEqualTo(200);
    assertThat(stream).isNotDone();

    gate.countDown();
    assertThat(stream.get(1, TimeUnit.MINUTES).body()).contains("event:done", "Ada Quill");
    var ended = server.ended();
    assertThat(ended.exitCode()).as(ended.err()).isZero();
    assertThat(ended.err()).doesNotContain("aborted", "ERROR", "Exception");
  }

  @Test
  void requestsBeyondTheGracePeriodAreAborted() throws Exception {
    var server = serve("1s");
    var stream = stream(server.address());

    server.interrupt();

    var ended = server.ended();
    assertThat(ended.exitCode()).as(ended.err()).isZero();
    assertThat(ended.err()).contains("1 requests exceeded");
    assertThat(stream).failsWithin(1, TimeUnit.MINUTES);
    assertThat(programFixture.run("check-archive").out()).contains("No problem was found.");
  }

  @Test
  void idleServerStopsImmediately() throws Exception {
    var server = serve("30s");
    server.address();
    server.interrupt();
    var ended = server.ended();
    assertThat(ended.exitCode()).as(ended.err()).isZero();
  }

  @Test
  void secondCtrlCEndsTheServerImmediately() throws Exception {
    var server = serve("60s");
    var stream = stream(server.address());
    // Programs that are started in the background may ignore SIGINT.
    assumeTrue(handlesCtrlC(server.process().pid()));

    ctrlC(server);
    server.awaitErr(text -> text.contains("Stopping"));
    ctrlC(server);

    assertThat(server.ended().exitCode()).isEqualTo(130);
    assertThat(stream).failsWithin(1, TimeUnit.MINUTES);
  }

  private ProgramFixture.Running serve(String grace) throws IOException {
    return programFixture.start(
        List.of(
            "-Ddossier.model.base-url=" + model.address(),
            "-Ddossier.web.shutdown-grace-period=" + grace),
        "serve",
        "--port",
        "0",
        "--model",
        "openai-compatible:m");
  }

  /// A streamed answer in progress that waits for the gate.
  private CompletableFuture<HttpResponse<String>> stream(String address) throws Exception {
    var request =
        HttpRequest.newBuilder(URI.create(address + "/api/chat"))
            .header("Content-Type", "application/json")
            .header("Accept", "text/event-stream")
            .POST(BodyPublishers.ofString(MESSAGE));
    var stream = client.sendAsync(request.build(), BodyHandlers.ofString());
    assertThat(model.request()).isNotNull();
    return stream;
  }

  private void awaitRefusal(String address) throws Exception {
    while (get(address, "/q/health/ready").statusCode() == 200) {
      TimeUnit.MILLISECONDS.sleep(20);
    }
  }

  private HttpResponse<String> ask(String address) throws Exception {
    var request =
        HttpRequest.newBuilder(URI.create(address + "/api/chat"))
            .header("Content-Type", "application/json")
            .POST(BodyPublishers.ofString(MESSAGE));
    return client.send(request.build(), BodyHandlers.ofString());
  }

  private HttpResponse<String> get(String address, String path) throws Exception {
    var request = HttpRequest.newBuilder(URI.create(address + path));
    return client.send(request.build(), BodyHandlers.ofString());
  }

  private static void ctrlC(ProgramFixture.Running server) throws Exception {
    var kill = new ProcessBuilder("kill", "-INT", Long.toString(server.process().pid())).start();
    assertThat(kill.waitFor()).isZero();
  }

  private static boolean handlesCtrlC(long pid) throws IOException {
    var status = Path.of("/proc", Long.toString(pid), "status");
    return Files.exists(status)
        && Files.readAllLines(status).stream()
            .filter(line -> line.startsWith("SigIgn:"))
            .map(line -> Long.parseUnsignedLong(line.substring(7).strip(), 16))
            .allMatch(ignored -> (ignored & SIGINT_MASK) == 0);
  }
}
