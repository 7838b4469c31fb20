package org.dossier.cli.command;

import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/// Holds a conversation with the archive.
@CommandLine.Command(
    name = "chat",
    description = {
      "Hold a conversation with the archive, a message a line. A server that works on the same data"
          + " is asked. /sources shows the quotations of the last answer, /new starts a conversation, /quit"
          + " or Ctrl-D ends."
    },
    exitCodeListHeading = "%nExit codes:%n",
    exitCodeList = {
      "0:every message was answered or declined",
      "1:something failed",
      "2:the command line is wrong"
    })
public final class ChatCommand implements Command {
  @Option(
      names = "--conversation",
      paramLabel = "ID",
      description = "Go on with this conversation, as a reply or /conversation named it.")
  public @Nullable String conversation;

  @Mixin public FilterOptions filters = new FilterOptions();
  @Mixin public ModelOption model = new ModelOption();
  @Mixin CommonOptions common = new CommonOptions();

  @Override
  public Optional<String> fault() {
    return filters.fault();
  }

  @Override
  public Map<String, String> settings() {
    var settings = Command.forAsking(common);
    model.addTo(settings);
    return settings;
  }
}
