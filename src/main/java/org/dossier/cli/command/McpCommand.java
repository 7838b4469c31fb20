package org.dossier.cli.command;

import java.util.Map;
import java.util.OptionalInt;
import org.dossier.cli.McpForwarder;
import org.dossier.cli.McpStdio;
import org.dossier.cli.RunningServer;
import org.dossier.cli.startup.ArchiveBootstrap;
import org.dossier.link.PublicUrl;
import org.dossier.web.mcp.McpServer;
import picocli.CommandLine;
import picocli.CommandLine.Mixin;

/// Serves MCP to a desktop application that starts this command.
@CommandLine.Command(
    name = "mcp",
    description =
        "Serve the Model Context Protocol on standard input and output, for a desktop application that"
            + " starts this command. If a server is using the data folder, it answers.")
public final class McpCommand implements Command {
  @Mixin ModelOption model = new ModelOption();
  @Mixin CommonOptions common = new CommonOptions();

  @Override
  public Map<String, String> settings() {
    var settings = Command.forAsking(common);
    model.addTo(settings);
    return settings;
  }

  @Override
  public OptionalInt runOn(RunningServer server) {
    model.refuseOn(server);
    new McpStdio(System.in, System.out).serve(new McpForwarder(server)::answer);
    return OptionalInt.of(0);
  }

  /// Ends at the end of the input.
  @Override
  public int run(CommandContext context) {
    context.get(ArchiveBootstrap.class).openWithVectors();
    var server = context.get(McpServer.class);
    var base = context.get(PublicUrl.class).base().orElse(null);
    new McpStdio(System.in, context.out()).serve(line -> server.answerLine(line, base));
    return 0;
  }
}
