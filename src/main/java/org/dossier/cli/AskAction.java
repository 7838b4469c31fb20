package org.dossier.cli;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.PrintStream;
import org.dossier.cli.command.AskCommand;
import org.dossier.cli.command.SearchCommand;
import org.dossier.cli.terminal.Terminal;
import org.dossier.cli.terminal.TerminalSanitizer;

/// Puts what was typed to whoever answers, and prints what comes back.
public final class AskAction {
  /// The archive does not say.
  static final int ABSTAINED = 3;

  private final Backend backend;
  private final Terminal terminal;
  private final PrintStream out;

  public AskAction(Backend backend, Terminal terminal, PrintStream out) {
    this.backend = backend;
    this.terminal = terminal;
    this.out = out;
  }

  /// Asks a question.
  ///
  /// @return the exit code: 0 for an answer, [#ABSTAINED] for an abstention
  public int ask(AskCommand command) {
    var reply = backend.ask(command.question(), command.filters.filters());
    var read = read(reply);
    print(reply, command.json, new ReplyText(terminal).format(read));
    return read.path("status").asText().equals("answered") ? 0 : ABSTAINED;
  }

  /// Searches for words.
  ///
  /// @return the exit code: 0 where something was found, else [#ABSTAINED]
  public int search(SearchCommand command) {
    var found = backend.search(command.query(), command.filters.filters(), command.most());
    var read = read(found);
    print(found, command.json, new SearchText(terminal).format(read));
    return read.path("evidence").isEmpty() ? ABSTAINED : 0;
  }

  private void print(String json, boolean asJson, String text) {
    if (asJson) {
      out.println(terminal.interactive() ? TerminalSanitizer.json(json) : json);
    } else {
      out.println(text);
    }
  }

  private static JsonNode read(String json) {
    try {
      return new ObjectMapper().readTree(json);
    } catch (JsonProcessingException e) {
      throw new CommandException("the reply is no JSON", e);
    }
  }
}
