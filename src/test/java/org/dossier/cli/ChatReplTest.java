package org.dossier.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.dossier.cli.command.ChatCommand;
import org.dossier.cli.terminal.Terminal;
import org.dossier.search.Filters;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class ChatReplTest {
  private final Talking backend = new Talking();

  /// Answers everything with the words of the message, and keeps what it was asked.
  private static final class Talking implements Backend {
    private final List<String> asked = new ArrayList<>();

    @Override
    public String converse(
        @Nullable String conversation, String message, Filters filters, Consumer<String> told) {
      asked.add(conversation + ": " + message);
      if (message.equals("break")) {
        throw new CommandException("the server is gone");
      }
      var json = new ObjectMapper();
      if (message.equals("who knows")) {
        return json.createObjectNode()
            .put("conversation", "c1")
            .put("question", message)
            .put("status", "abstained")
            .set("abstention", json.createObjectNode().put("explanation", "Nobody says."))
            .toString();
      }
      var statement = json.createObjectNode().put("text", "It is said: " + message + ".");
      statement.putArray("citations").add(1);
      told.accept(statement.toString());
      var reply =
          json.createObjectNode()
              .put("conversation", "c1")
              .put("question", message.equals("and?") ? "And the bridge?" : message)
              .put("status", "answered");
      var citation = reply.putArray("citations").addObject();
      citation.put("number", 1).put("quote", "the words of " + message);
      citation.putObject("article").put("id", "a").put("title", "Of " + message);
      return reply.toString();
    }

    @Override
    public String ask(String question, Filters filters) {
      throw new AssertionError();
    }

    @Override
    public String search(String words, Filters filters, @Nullable Integer limit) {
      throw new AssertionError();
    }
  }

  private record Ended(int exitCode, String out) {}

  private Ended chat(boolean interactive, ChatCommand command, String... lines) {
    var out = new ByteArrayOutputStream();
    var in = String.join("\n", lines).getBytes(StandardCharsets.UTF_8);
    var chatRepl =
        new ChatRepl(
            backend,
            new Terminal(interactive, false, 80),
            new ByteArrayInputStream(in),
            new PrintStream(out, true, StandardCharsets.UTF_8));
    int exitCode = chatRepl.chat(command);
    return new Ended(exitCode, out.toString(StandardCharsets.UTF_8));
  }

  private Ended chat(String... lines) {
    return chat(false, new ChatCommand(), lines);
  }

  @Test
  void messagesGoOnWithTheConversationThatTheFirstBegan() {
    var ended = chat("When?", "", "  And where?  ");

    assertThat(backend.asked).containsExactly("null: When?", "c1: And where?");
    assertThat(ended.exitCode()).isZero();
  }

  @Test
  void statementsComeFirstThenTheirSourcesByNumber() {
    assertThat(chat("ä bridge").out())
        .containsSubsequence("It is said: ä bridge. [1]", "[1] Of ä bridge")
        .doesNotContain(">", "understood");
  }

  @Test
  void whatWasUnderstoodIsShownWhereItIsNotWhatWasTyped() {
    assertThat(chat("and?").out()).contains("(understood as: And the bridge?)");
  }

  @Test
  void sourcesShowTheWordsThatTheLastAnswerCites() {
    assertThat(chat("/sources", "first", "second", "/sources").out())
        .containsSubsequence("The last answer cites nothing.", "“the words of second”")
        .doesNotContain("“the words of first”");
  }

  @Test
  void aNewConversationForgetsTheOldOne() {
    var out = chat("first", "/new", "/sources", "/conversation", "second").out();

    assertThat(backend.asked).containsExactly("null: first", "null: second");
    assertThat(out)
        .containsSubsequence("A new conversation.", "The last answer cites nothing.", "None yet.");
  }

  @Test
  void anEarlierConversationIsGoneOnWith() {
    var command = new ChatCommand();
    command.conversation = "c0";

    var out = chat(false, command, "/conversation", "first").out();

    assertThat(backend.asked).containsExactly("c0: first");
    assertThat(out).startsWith("c0");
  }

  @Test
  void nothingIsReadAfterQuit() {
    assertThat(chat("/quit", "first").exitCode()).isZero();
    assertThat(backend.asked).isEmpty();
  }

  @Test
  void anAbstentionSaysWhy() {
    assertThat(chat("who knows").out()).contains("Nobody says.");
  }

  @Test
  void aFaultEndsNothingButIsToldInTheExitCode() {
    var ended = chat("first", "break", "second");

    assertThat(backend.asked).containsExactly("null: first", "c1: break", "c1: second");
    assertThat(ended.out()).contains("Not answered: the server is gone");
    assertThat(ended.exitCode()).isOne();
  }

  @Test
  void aMistypedCommandIsNoQuestion() {
    assertThat(chat("/source").out()).contains("There is no /source");
    assertThat(backend.asked).isEmpty();
  }

  @Test
  void aPersonIsPromptedAndCtrlDEndsTheLine() {
    var ended = chat(true, new ChatCommand(), "first");

    assertThat(ended.out()).containsSubsequence("Ctrl-D ends", "\n> ", "It is said", "\n> \n");
    assertThat(ended.exitCode()).isZero();
  }
}
