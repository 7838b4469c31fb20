package org.dossier.cli;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import org.dossier.cli.command.ChatCommand;
import org.dossier.cli.terminal.Terminal;
import org.dossier.cli.terminal.TerminalSanitizer;
import org.dossier.search.Filters;
import org.jspecify.annotations.Nullable;

/// A conversation in a terminal, or through pipes: a message a line in, the answers out, each
/// statement as it stands. For one thread.
public final class ChatRepl {
  private static final String HELP =
      """
      /sources       the words that the last answer cites
      /new           begin a new conversation
      /conversation  the id of this one, to go on with it later
      /quit          end; so does Ctrl-D
      """;

  private final Backend backend;
  private final Terminal terminal;
  private final BufferedReader in;
  private final PrintStream out;
  private final ObjectMapper json = new ObjectMapper();

  private @Nullable String conversation;
  private @Nullable JsonNode last;
  private boolean failed;

  /// @param in UTF-8, as everything here
  public ChatRepl(Backend backend, Terminal terminal, InputStream in, PrintStream out) {
    this.backend = backend;
    this.terminal = terminal;
    this.in = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8));
    this.out = out;
  }

  /// Goes on until `/quit` or the end of the input.
  ///
  /// @return the exit code: 1 if a message could not be answered, else 0
  public int chat(ChatCommand command) {
    conversation = command.conversation;
    if (terminal.interactive()) {
      out.println("Ask the archive. /help shows what else can be typed, Ctrl-D ends.");
    }
    for (var line = read(); line != null && !line.equals("/quit"); line = read()) {
      take(line, command.filters.filters());
    }
    return failed ? 1 : 0;
  }

  private @Nullable String read() {
    if (terminal.interactive()) {
      out.println();
      out.print("> ");
      out.flush();
    }
    try {
      var line = in.readLine();
      if (line == null && terminal.interactive()) {
        out.println();
      }
      return line == null ? null : line.strip();
    } catch (IOException e) {
      throw new CommandException("the input cannot be read", e);
    }
  }

  private void take(String line, Filters filters) {
    switch (line) {
      case "" -> {}
      case "/help" -> out.print(HELP);
      case "/new" -> begin();
      case "/sources" -> showSources();
      case "/conversation" -> out.println(conversation == null ? "None yet." : conversation);
      default -> {
        if (line.startsWith("/")) {
          out.println(
              "There is no " + TerminalSanitizer.line(line) + "; /help shows what there is.");
        } else {
          ask(line, filters);
        }
      }
    }
  }

  private void begin() {
    conversation = null;
    last = null;
    out.println("A new conversation.");
  }

  private void showSources() {
    var text = last == null ? "" : new ReplyText(terminal).sources(last);
    out.println(text.isEmpty() ? "The last answer cites nothing." : text);
  }

  private void ask(String message, Filters filters) {
    try {
      var reply = tree(backend.converse(conversation, message, filters, told -> show(tree(told))));
      conversation = reply.path("conversation").asText();
      last = reply;
      out.println(new ReplyText(terminal).afterStatements(reply, message));
      if (!terminal.interactive()) {
        out.println();
      }
    } catch (CommandException e) {
      failed = true;
      out.println("Not answered: " + TerminalSanitizer.line(String.valueOf(e.getMessage())));
    }
  }

  private void show(JsonNode statement) {
    out.println(new ReplyText(terminal).statement(statement));
    out.flush();
  }

  private JsonNode tree(String reply) {
    try {
      return json.readTree(reply);
    } catch (JsonProcessingException e) {
      throw new CommandException("the reply is no JSON", e);
    }
  }
}
