package org.dossier.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.dossier.llm.ScriptedModel.answer;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.dossier.llm.ScriptedModel;
import org.dossier.llm.WireFormat;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The packaged program, run as a user runs it.
class ProgramFixtureIT {
  @TempDir Path home;
  private ProgramFixture programFixture;

  @BeforeEach
  void setUp() throws IOException {
    programFixture = new ProgramFixture(home);
  }

  @AfterEach
  void close() {
    programFixture.close();
  }

  @Test
  void ingestedFolderIsAskedAndSearched() throws Exception {
    var articles = Files.createDirectories(home.resolve("mine"));
    Files.copy(home.resolve("corpus/lune.md"), articles.resolve("lune.md"));
    Files.write(articles.resolve("broken.jsonl"), new byte[] {'{', '\n'});

    var indexed = programFixture.run("index", articles.toString());
    assertThat(indexed.out())
        .contains("added 1", "rejected 1", "broken.jsonl:1", "1 article, 1999");
    assertThat(indexed.exitCode()).isZero();

    var asked = programFixture.run("ask", ProgramFixture.QUESTION);
    assertThat(asked.out())
        .contains("3 May 1999", "[1] Lune bridge opens — The Valley Post, 4 May 1999", "“");
    assertThat(asked.exitCode()).isZero();

    var abstained = programFixture.run("ask", "--json", "Who won the Ouse regatta of 1871?");
    var reply = new ObjectMapper().readTree(abstained.out());
    assertThat(reply.path("status").asText()).isEqualTo("abstained");
    assertThat(abstained.exitCode()).isEqualTo(3);
  }

  @Test
  void answerIsCheckedWithoutAnArchive() throws Exception {
    var file = home.resolve("answer.json");
    var answer =
        """
        {"statements": [{"text": "The bridge opened on 3 %s 1999.", "citations": [1]}],
         "sources": [{"number": 1, "text": "The bridge over the Lune opened on 3 May 1999."}]}
        """;
    Files.writeString(file, answer.formatted("May"));
    var supported = programFixture.run("check-answer", file.toString());
    assertThat(supported.out()).contains("1 of 1 statements supported");
    assertThat(supported.exitCode()).isZero();

    Files.writeString(file, answer.formatted("June"));
    var unsupported = programFixture.run("check-answer", "--json", file.toString());
    assertThat(unsupported.out()).contains("\"reason\" : \"date\"");
    assertThat(unsupported.exitCode()).isEqualTo(1);

    Files.writeString(file, "{}");
    var broken = programFixture.run("check-answer", file.toString());
    assertThat(broken.err()).contains("answer.json: has neither");
    assertThat(broken.exitCode()).isEqualTo(2);
    assertThat(home.resolve("data")).doesNotExist();
  }

  @Test
  void commandsUseTheRunningServer() throws Exception {
    var server = programFixture.start("serve", "--port", "0");
    var address = server.address();

    var asked = programFixture.run("ask", ProgramFixture.QUESTION);
    assertThat(asked.out()).contains("3 May 1999", "[1] Lune bridge opens");
    assertThat(asked.err()).isEmpty();
    var found = new ObjectMapper().readTree(programFixture.run("search", "--json", "ribbon").out());
    assertThat(found.path("evidence").path(0).path("article").path("id").asText())
        .isEqualTo("lune");

    var indexed = programFixture.run("index", home.resolve("corpus").toString());
    assertThat(indexed.exitCode()).isZero();
    assertThat(indexed.err()).contains("sending the articles to " + address);
    assertThat(indexed.out()).contains("unchanged 1", "The archive has 1 article, 1999.");
    articlesAreSentToTheServer();
    var second = programFixture.run("serve", "--port", "0");
    assertThat(second.exitCode()).isEqualTo(1);
    assertThat(second.err()).contains("already using this data folder, on " + address);

    server.process().destroy();
    assertThat(server.ended().err()).doesNotContain("ERROR", "Exception");
    assertThat(programFixture.run("ask", ProgramFixture.QUESTION).out()).isEqualTo(asked.out());
  }

  private void articlesAreSentToTheServer() throws Exception {
    var mine = Files.createDirectories(home.resolve("mine"));
    Files.writeString(mine.resolve("many.jsonl"), jsonLines(150) + "{\"id\": \"x\"}\n");
    Files.writeString(mine.resolve("weir.md"), "# Weir\n\nThe weir was built by Josiah Thrupp.\n");
    Files.createFile(mine.resolve("scan.png"));

    var sent = programFixture.run("index", mine.toString());

    assertThat(sent.out())
        .contains("added 151 · changed 0 · unchanged 0 · rejected 1 · skipped 1")
        .contains(".png (1)", "many.jsonl:151: text: is missing", "The archive has 152 articles")
        .contains("The server computes the vectors of new articles in the background.");
    assertThat(sent.exitCode()).isZero();
    assertThat(programFixture.run("ask", "Who built the weir?").out()).contains("Josiah Thrupp");
  }

  @Test
  void mistypedDataFolderIsAnError() throws Exception {
    for (var command : List.of("ask", "search", "serve", "eval")) {
      var ended = programFixture.run(command, "--data", home.resolve("twon").toString(), "Who?");
      assertThat(ended.exitCode()).as(command).isNotZero();
    }
    var asked = programFixture.run("ask", "Who?", "--data", home.resolve("twon").toString());
    assertThat(asked.exitCode()).isEqualTo(1);
    assertThat(asked.err())
        .contains("there is no archive in " + home.resolve("twon"), "index PATH");
    var served = programFixture.run("serve", "--data", home.resolve("twon").toString());
    assertThat(served.err()).contains("does not exist", "index PATH --data ");
    assertThat(home.resolve("twon")).doesNotExist();
  }

  @Test
  void sampleArticlesFillOnlyANewDefaultFolder() throws Exception {
    var empty = Files.createDirectories(home.resolve("empty"));
    Files.createFile(empty.resolve("scan.png"));
    var own = home.resolve("own").toString();
    assertThat(programFixture.run("index", empty.toString(), "--data", own).exitCode())
        .isEqualTo(1);
    var asked = programFixture.run("--data", own, "ask", ProgramFixture.QUESTION);
    assertThat(asked.err()).contains("This archive is empty. Ingest articles: ", "--data " + own);
    assertThat(asked.exitCode()).isEqualTo(3);
    assertThat(programFixture.run("ask", "--demo", "--data", own, ProgramFixture.QUESTION).out())
        .contains("3 May 1999");

    assertThat(programFixture.run("index", empty.toString()).exitCode()).isEqualTo(1);
    assertThat(programFixture.run("ask", ProgramFixture.QUESTION).exitCode()).isEqualTo(3);
  }

  @Test
  void storedReplyIsRepeatedAfterAKill() throws Exception {
    var server = programFixture.start("serve", "--port", "0");
    var told = askedOnce(server.address());
    server.process().destroyForcibly().waitFor();
    var next = programFixture.start("serve", "--port", "0");

    assertThat(askedOnce(next.address())).isEqualTo(told).contains("3 May 1999");
    next.interrupt();
    assertThat(next.ended().err()).doesNotContain("ERROR", "Exception");
  }

  private static String askedOnce(String address) throws Exception {
    var question =
        HttpRequest.newBuilder(URI.create(address + "/api/chat"))
            .header("Content-Type", "application/json")
            .header("Idempotency-Key", "one-question-one-key-123")
            .POST(BodyPublishers.ofString("{\"message\": \"" + ProgramFixture.QUESTION + "\"}"));
    try (var client = HttpClient.newHttpClient()) {
      return client.send(question.build(), BodyHandlers.ofString()).body();
    }
  }

  @Test
  void chatThroughPipesIsTheSameWithAndWithoutAServer() throws Exception {
    var lines = ProgramFixture.QUESTION + "\nAnd who cut the ribbon?\n/sources\n/quit\n";

    var alone = programFixture.runWithInput(lines, "chat");
    assertThat(alone.exitCode()).as(alone.err()).isZero();
    assertThat(alone.out())
        .contains("3 May 1999", "Ada Quill", "“Mayor Ada Quill")
        .doesNotContain(">");

    var server = programFixture.start("serve", "--port", "0");
    server.address();
    assertThat(programFixture.runWithInput(lines, "chat").out()).isEqualTo(alone.out());
    server.process().destroy();
    server.ended();
  }

  @Test
  void interruptedChatEndsImmediately() throws Exception {
    var chatting = programFixture.start("chat");
    // It waits for input that never comes.
    chatting.awaitErr(text -> text.contains("was filled"));

    chatting.interrupt();

    var ended = chatting.ended();
    assertThat(ended.exitCode()).as("ended by a signal").isGreaterThan(128);
    assertThat(ended.err()).doesNotContain("\tat ");
  }

  @Test
  void modelOptionSelectsTheModel() throws Exception {
    try (var model = new ScriptedModel(WireFormat.COMPATIBLE)) {
      model.script(request -> answer("The bridge over the Lune opened on ", "3 May 1999. [1]\n"));
      var address = "-Ddossier.model.base-url=" + model.address();

      var asked =
          programFixture.runWith(
              address, "ask", "--model", "openai-compatible:m", ProgramFixture.QUESTION);
      assertThat(asked.out())
          .startsWith("The bridge over the Lune opened on 3 May 1999. [1]")
          .contains("In the words of openai-compatible:m");
      assertThat(asked.exitCode()).isZero();

      var shown = programFixture.runWith(address, "models", "--model", "openai-compatible:m");
      assertThat(shown.out()).contains("model    openai-compatible:m", "The model answers");
      assertThat(shown.exitCode()).isZero();
    }
    var wrong = programFixture.run("ask", "--model", "llama3.2", ProgramFixture.QUESTION);
    assertThat(wrong.err()).contains("dossier: dossier.model: ‘llama3.2’ is not a model");
    assertThat(wrong.exitCode()).isEqualTo(1);
  }

  @Test
  void modelLibrariesAreNotLoadedWithoutAModel() throws Exception {
    var classes = home.resolve("classes.txt");

    programFixture.runWith("-Xlog:class+load:file=" + classes, "ask", ProgramFixture.QUESTION);

    assertThat(Files.readAllLines(classes))
        .anyMatch(line -> line.contains(" org.dossier.answer.Answerer "))
        .noneMatch(line ->
            line.contains(" dev.langchain4j.") || line.contains(" io.smallrye.faulttolerance."));
  }

  @Test
  void serverWithUnreadableModelsDoesNotStart() throws Exception {
    var nowhere = "-DRUST_LIBRARY_PATH=" + home.resolve("libtokenizers.so");

    var ended = programFixture.runWith(nowhere, "serve", "--port", "0");

    assertThat(ended.exitCode()).isEqualTo(1);
    assertThat(ended.out()).doesNotContain("is ready");
    assertThat(ended.err()).contains("dossier: cannot load the embedding model: ");
  }

  @Test
  void portInUseIsReportedInOneLine() throws Exception {
    try (var taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      var ended = programFixture.run("serve", "--port", String.valueOf(taken.getLocalPort()));
      assertThat(ended.exitCode()).isEqualTo(1);
      assertThat(ended.err())
          .contains("port " + taken.getLocalPort(), "--port N")
          .doesNotContain("\tat ");
    }
  }

  @Test
  void killedIngestionContinues() throws Exception {
    int articles = 2_000;
    Files.writeString(home.resolve("corpus/many.jsonl"), jsonLines(articles));
    for (int round = 1; round <= 3; round++) {
      var server = programFixture.start("serve", "--port", "0");
      awaitFile(server, home.resolve("data/filling"));
      // Each time at another moment of it.
      server.process().waitFor(150L * round, TimeUnit.MILLISECONDS);
      server.process().destroyForcibly().waitFor();
    }
    var server = programFixture.start("serve", "--port", "0");
    server.address();
    assertThat(Files.readString(server.out())).contains("(2,001 articles");
    var last = programFixture.run("search", "--json", "lamp number 1999");
    assertThat(last.out()).contains("\"id\":\"lamp-1999\"");
    server.process().destroy();
    server.ended();
  }

  @Test
  void interruptedIngestionContinues() throws Exception {
    var file = home.resolve("many.jsonl");
    Files.writeString(file, jsonLines(2_000));
    var running = programFixture.start("index", file.toString());
    running.awaitOut(text -> text.contains("added"));
    running.interrupt();
    var ended = running.ended();
    assertThat(ended.exitCode()).as("ended by a signal").isGreaterThan(128);
    assertThat(ended.err()).contains("continues where it stopped").doesNotContain("\tat ");
    assertThat(programFixture.run("index", "--no-vectors", file.toString()).out())
        .contains("unchanged 2,000");
  }

  private static void awaitFile(ProgramFixture.Running running, Path file) throws Exception {
    while (!Files.exists(file)) {
      assertThat(running.process().isAlive()).as(Files.readString(running.err())).isTrue();
      running.process().waitFor(5, TimeUnit.MILLISECONDS);
    }
  }

  private static String jsonLines(int articles) {
    return IntStream.range(0, articles)
        .mapToObj(i ->
            """
            {"id": "lamp-%d", "title": "Lamp %d", "published": "2001-01-01", \
            "text": "Street lamp number %d was lit on the quay at dusk. It is made of iron."}
            """
                .formatted(i, i, i))
        .collect(Collectors.joining());
  }
}
