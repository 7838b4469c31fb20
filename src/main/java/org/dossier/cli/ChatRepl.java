package org.dossier.cli;

import java.io.IOException;
import java.io.PrintStream;
import java.util.Locale;
import java.util.regex.Pattern;
import org.dossier.cli.terminal.LineInput;
import org.dossier.cli.terminal.Terminal;
import org.dossier.cli.terminal.TerminalSanitizer;
import org.dossier.search.Filters;
import org.dossier.web.json.ReplyJson;
import org.dossier.web.json.StatementEventJson;
import org.jspecify.annotations.Nullable;

/// A conversation in a terminal or through pipes. Each input line is a message. Each statement of a
/// reply is printed as soon as it is final. Not thread-safe.
public final class ChatRepl {
  private static final String HELP =
      """
      /sources       show the quotations of the last answer
      /new           start a new conversation
      /conversation  show the id of this conversation, for --conversation
      /quit          end; so does Ctrl-D
      a number       ask that choice, after a question back
      """;

  private static final Pattern NUMBER = Pattern.compile("[0-9]{1,3}");
  private static final Pattern NO_WORD = Pattern.compile("[^\\p{L}\\p{M}\\p{N}]+");

  private final Backend backend;
  private final Terminal terminal;
  private final LineInput in;
  private final PrintStream out;

  private @Nullable String conversation;
  private @Nullable ReplyJson last;
  private boolean failed;

  /// @param in the messages; on an interactive terminal, it prints the prompt
  public ChatRepl(Backend backend, Terminal terminal, LineInput in, PrintStream out) {
    this.backend = backend;
    this.terminal = terminal;
    this.in = in;
    this.out = out;
  }

  /// Runs until `/quit` or the end of the input.
  ///
  /// @param continued the conversation to continue; null starts a new one
  /// @return the exit code: 1 if a message could not be answered, else 0
  public int chat(@Nullable String continued, Filters filters) {
    conversation = continued;
    if (terminal.interactive()) {
      out.println("Ask the archive. /help lists the commands, Ctrl-D ends.");
    }
    for (var line = read(); line != null && !line.equals("/quit"); line = read()) {
      handle(line, filters);
    }
    return failed ? 1 : 0;
  }

  private @Nullable String read() {
    if (terminal.interactive()) {
      out.println();
      out.flush();
    }
    try {
      var line = in.read();
      return line == null ? null : line.strip();
    } catch (IOException e) {
      throw new CommandException("cannot read the input", e);
    }
  }

  private void handle(String line, Filters filters) {
    switch (line) {
      case "" -> {}
      case "/help" -> out.print(HELP);
      case "/new" -> begin();
      case "/sources" -> showSources();
      case "/conversation" -> out.println(conversation == null ? "None yet." : conversation);
      default -> {
        if (line.startsWith("/")) {
          out.println(
              "Unknown command: " + TerminalSanitizer.line(line) + ". /help lists the commands.");
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

  private void ask(String line, Filters filters) {
    try {
      var message = choice(line);
      var reply = backend.converse(conversation, message, filters, new ReplyPrinter(line));
      conversation = reply.conversation();
      last = reply;
      out.println(new ReplyText(terminal).afterStatements(reply));
      if (!terminal.interactive()) {
        out.println();
      }
    } catch (CommandException e) {
      failed = true;
      out.println("Not answered: " + TerminalSanitizer.line(String.valueOf(e.getMessage())));
    }
  }

  /// The question with the number `line`, if the last reply was a question back with such a choice;
  /// otherwise `line`.
  private String choice(String line) {
    var clarification = last == null ? null : last.clarification();
    if (clarification == null || !NUMBER.matcher(line).matches()) {
      return line;
    }
    int number = Integer.parseInt(line);
    var choices = clarification.choices();
    return number >= 1 && number <= choices.size() ? choices.get(number - 1) : line;
  }

  /// Prints the parts of one reply: a question that differs from what was typed, and the
  /// statements, of which the first related one is introduced.
  private final class ReplyPrinter implements Backend.ReplyListener {
    private final String typed;
    private boolean introduced;

    ReplyPrinter(String typed) {
      this.typed = typed;
    }

    @Override
    public void question(String question) {
      if (!words(typed).contains(words(question))) {
        out.println(new ReplyText(terminal).understood(question));
        out.flush();
      }
    }

    private static String words(String text) {
      return NO_WORD.matcher(text.toLowerCase(Locale.ROOT)).replaceAll(" ").strip();
    }

    @Override
    public void statement(StatementEventJson statement) {
      var text = new ReplyText(terminal);
      if (!introduced && ReplyText.isRelated(statement.status())) {
        out.println(text.introduction());
        introduced = true;
      }
      out.println(text.statement(statement));
      out.flush();
    }
  }
}
