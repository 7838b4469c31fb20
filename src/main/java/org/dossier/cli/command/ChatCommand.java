package org.dossier.cli.command;

import java.io.IOException;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import org.dossier.cli.Backend;
import org.dossier.cli.ChatRepl;
import org.dossier.cli.CommandException;
import org.dossier.cli.LocalBackend;
import org.dossier.cli.RunningServer;
import org.dossier.cli.startup.ArchiveBootstrap;
import org.dossier.cli.terminal.LineEditor;
import org.dossier.cli.terminal.LineInput;
import org.dossier.cli.terminal.Terminal;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/// Holds a conversation with the archive.
@CommandLine.Command(
    name = "chat",
    description = {
      "Hold a conversation with the archive, one message per line. If a server is using the data"
          + " folder, it answers. /sources shows the quotations of the last answer, /new starts a"
          + " conversation, /quit or Ctrl-D ends. After a question back, the number of a choice asks"
          + " it."
    },
    exitCodeListHeading = "%nExit codes:%n",
    exitCodeList = {
      "0:every message got a reply",
      "1:something failed",
      "2:the command line is invalid"
    })
public final class ChatCommand implements Command {
  @Option(
      names = "--conversation",
      paramLabel = "ID",
      description = "Continue this conversation. Replies and /conversation show the id.")
  @Nullable String conversation;

  @Mixin FilterOptions filters = new FilterOptions();
  @Mixin ModelOption model = new ModelOption();
  @Mixin DemoOption demo = new DemoOption();
  @Mixin CommonOptions common = new CommonOptions();

  @Override
  public Optional<String> fault() {
    return filters.fault();
  }

  @Override
  public Map<String, String> settings() {
    var settings = Command.forAsking(common);
    model.addTo(settings);
    demo.addTo(settings);
    return settings;
  }

  @Override
  public OptionalInt runOn(RunningServer server) {
    model.refuseOn(server);
    return OptionalInt.of(chat(server.backend()));
  }

  @Override
  public int run(CommandContext context) {
    if (Terminal.current().interactive()) {
      System.err.println("Opening the archive …");
    }
    context.get(ArchiveBootstrap.class).openWithVectors();
    return chat(context.get(LocalBackend.class));
  }

  private int chat(Backend backend) {
    var terminal = Terminal.current();
    if (!terminal.interactive()) {
      return chat(backend, terminal, LineInput.of(System.in));
    }
    try (var editor = LineEditor.system()) {
      return chat(backend, terminal, editor);
    } catch (IOException e) {
      throw new CommandException("cannot use the terminal", e);
    }
  }

  private int chat(Backend backend, Terminal terminal, LineInput in) {
    return new ChatRepl(backend, terminal, in, System.out)
        .chat(conversation, filters.filters(backend));
  }
}
