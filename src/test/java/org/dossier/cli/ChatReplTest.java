package org.dossier.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.dossier.cli.JsonCodec.decode;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.dossier.cli.terminal.LineInput;
import org.dossier.cli.terminal.Terminal;
import org.dossier.search.Filters;
import org.dossier.web.json.ReplyJson;
import org.dossier.web.json.SearchJson;
import org.dossier.web.json.StatementEventJson;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class ChatReplTest {
  private static final String CLARIFICATION =
      """
      {"conversation": "c1", "question": "which?", "status": "clarify", "answer": "Which bridge?",
       "citations": [], "notes": [], "followUps": [],
       "clarification": {"text": "Which bridge?", "choices": ["The old one?", "The new one?"]}}
      """;
  private static final String ABOUT =
      """
      {"conversation": "c1", "question": "Say hello", "status": "about",
       "answer": "Hello.\\nI have 5 articles.", "citations": [], "notes": [],
       "followUps": ["Who built it?"]}
      """;

  private final EchoBackend backend = new EchoBackend();

  /// A backend that answers with the text of the message, and records the messages.
  private static final class EchoBackend implements Backend {
    private final List<String> asked = new ArrayList<>();

    @Override
    public List<String> publishers() {
      return List.of();
    }

    @Override
    public ReplyJson converse(
        @Nullable String conversation, String message, Filters filters, ReplyListener listener) {
      asked.add(conversation + ": " + message);
      if (message.equals("break")) {
        throw new CommandException("the server is gone");
      }
      if (message.equals("who knows")) {
        return decode(
            """
            {"conversation": "c1", "question": "who knows", "status": "abstained", "citations": [],
             "notes": [{"type": "more", "text": "A note.", "values": []}], "followUps": [],
             "abstention": {"explanation": "Nobody says.", "nearest": []}}
            """,
            ReplyJson.class);
      }
      if (message.equals("which?")) {
        return decode(CLARIFICATION, ReplyJson.class);
      }
      if (message.equals("hello")) {
        return decode(ABOUT, ReplyJson.class);
      }
      var status = message.equals("nearly") ? "related" : "answered";
      listener.question(understood(message));
      listener.statement(
          decode(
              """
              {"status": "%s", "text": "It is said: %s.", "citations": [1]}
              """
                  .formatted(status, message),
              StatementEventJson.class));
      return decode(
          """
          {"conversation": "c1", "question": "%s", "status": "%s", "notes": [], "followUps": [],
           "citations": [{"number": 1, "quote": "the words of %s",
                          "article": {"id": "a", "title": "Of %s"}}]}
          """
              .formatted(understood(message), status, message, message),
          ReplyJson.class);
    }

    private static String understood(String message) {
      return message.equals("and?")
          ? "And the bridge?"
          : message.replaceAll(" +", " ").replaceAll("[?]$", "") + "?";
    }

    @Override
    public ReplyJson ask(String question, Filters filters) {
      throw new AssertionError();
    }

    @Override
    public SearchJson search(String words, Filters filters, @Nullable Integer limit) {
      throw new AssertionError();
    }
  }

  private record Result(int exitCode, String out) {}

  private Result chat(boolean interactive, @Nullable String continued, String... lines) {
    var out = new ByteArrayOutputStream();
    var in = String.join("\n", lines).getBytes(StandardCharsets.UTF_8);
    var chatRepl =
        new ChatRepl(
            backend,
            new Terminal(interactive, false, 80),
            LineInput.of(new ByteArrayInputStream(in)),
            new PrintStream(out, true, StandardCharsets.UTF_8));
    int exitCode = chatRepl.chat(continued, Filters.NONE);
    return new Result(exitCode, out.toString(StandardCharsets.UTF_8));
  }

  private Result chat(String... lines) {
    return chat(false, null, lines);
  }

  @Test
  void laterMessagesContinueTheConversation() {
    var result = chat("When?", "", "  And where?  ");

    assertThat(backend.asked).containsExactly("null: When?", "c1: And where?");
    assertThat(result.exitCode()).isZero();
  }

  @Test
  void statementsPrecedeTheirNumberedSources() {
    assertThat(chat("ä bridge").out())
        .containsSubsequence("It is said: ä bridge. [1]", "[1] Of ä bridge")
        .doesNotContain(">", "understood");
  }

  @Test
  void rewrittenQuestionIsShownBeforeItsAnswer() {
    assertThat(chat("and?").out())
        .startsWith("(understood as: And the bridge?)\nIt is said: and?. [1]");
  }

  @Test
  void caseSpacesAndPunctuationDoNotMakeAnotherQuestion() {
    assertThat(chat("Who   built it").out()).doesNotContain("understood");
  }

  @Test
  void sourcesShowTheQuotationsOfTheLastAnswer() {
    assertThat(chat("/sources", "first", "second", "/sources").out())
        .containsSubsequence("The last answer cites nothing.", "“the words of second”")
        .doesNotContain("“the words of first”");
  }

  @Test
  void newStartsAnIndependentConversation() {
    var out = chat("first", "/new", "/sources", "/conversation", "second").out();

    assertThat(backend.asked).containsExactly("null: first", "null: second");
    assertThat(out)
        .containsSubsequence("A new conversation.", "The last answer cites nothing.", "None yet.");
  }

  @Test
  void earlierConversationIsContinued() {
    var out = chat(false, "c0", "/conversation", "first").out();

    assertThat(backend.asked).containsExactly("c0: first");
    assertThat(out).startsWith("c0");
  }

  @Test
  void inputAfterQuitIsIgnored() {
    assertThat(chat("/quit", "first").exitCode()).isZero();
    assertThat(backend.asked).isEmpty();
  }

  @Test
  void abstentionShowsItsReason() {
    assertThat(chat("who knows").out()).contains("Nobody says.", "A note.");
  }

  @Test
  void relatedStatementsAreIntroducedBeforeTheFirst() {
    var out = chat("nearly", "surely").out();

    assertThat(out)
        .startsWith("No article states this directly. Closest:\nIt is said: nearly. [1]\n[1] ")
        .containsOnlyOnce("No article states this directly.");
  }

  @Test
  void aNumberAsksThatChoiceOfAQuestionBack() {
    var result = chat("which?", "2", "2");

    assertThat(backend.asked).containsExactly("null: which?", "c1: The new one?", "c1: 2");
    assertThat(result.out())
        .startsWith("Which bridge?\n\n  1. The old one?\n  2. The new one?\n")
        .containsSubsequence("(understood as: The new one?)", "It is said: The new one?");
  }

  @Test
  void otherNumbersAndMessagesAreAskedAfterAQuestionBack() {
    chat("which?", "3", "which?", "0", "which?", "12 of them", "which?", "/new", "1");

    assertThat(backend.asked)
        .containsExactly(
            "null: which?",
            "c1: 3",
            "c1: which?",
            "c1: 0",
            "c1: which?",
            "c1: 12 of them",
            "c1: which?",
            "null: 1");
  }

  @Test
  void replyAboutTheArchiveHasItsLinesAndExamples() {
    assertThat(chat("hello").out())
        .isEqualTo("Hello.\nI have 5 articles.\n\n  · Who built it?\n\n");
  }

  @Test
  void failedMessageSetsTheExitCodeAndTheChatContinues() {
    var result = chat("first", "break", "second");

    assertThat(backend.asked).containsExactly("null: first", "c1: break", "c1: second");
    assertThat(result.out()).contains("Not answered: the server is gone");
    assertThat(result.exitCode()).isOne();
  }

  @Test
  void unknownCommandIsNotAsked() {
    assertThat(chat("/source").out()).contains("Unknown command: /source");
    assertThat(backend.asked).isEmpty();
  }

  @Test
  void interactiveUserIsGreetedAndAnsweredUntilTheEnd() {
    var result = chat(true, null, "first");

    assertThat(result.out()).containsSubsequence("Ctrl-D ends", "It is said: first.");
    assertThat(result.exitCode()).isZero();
  }
}
