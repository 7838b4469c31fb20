package org.dossier.cli.command;

import java.io.PrintStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import org.dossier.cli.Backend;
import org.dossier.cli.JsonCodec;
import org.dossier.cli.LocalBackend;
import org.dossier.cli.ReplyText;
import org.dossier.cli.RunningServer;
import org.dossier.cli.startup.ArchiveBootstrap;
import org.dossier.cli.terminal.Terminal;
import picocli.CommandLine;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// Asks the archive one question.
@CommandLine.Command(
    name = "ask",
    description = "Ask the archive one question. If a server is using the data folder, it answers.",
    exitCodeListHeading = "%nExit codes:%n",
    exitCodeList = {
      "0:answered, or a reply about the archive",
      "1:something failed",
      "2:the command line is invalid",
      "3:the archive does not contain the answer",
      "4:no article states the answer directly; the closest sentences are shown",
      "5:a question back"
    })
public final class AskCommand implements Command {
  private static final Map<String, Integer> EXIT_CODES =
      Map.of("answered", 0, "about", 0, "abstained", 3, "related", 4, "clarify", 5);

  @Parameters(arity = "1..*", paramLabel = "QUESTION", description = "The question.")
  List<String> words = new ArrayList<>();

  @Option(names = "--json", description = "Print the reply in the format of POST /api/chat.")
  boolean json;

  @Mixin FilterOptions filters = new FilterOptions();
  @Mixin ModelOption model = new ModelOption();
  @Mixin DemoOption demo = new DemoOption();
  @Mixin CommonOptions common = new CommonOptions();

  String question() {
    return String.join(" ", words);
  }

  @Override
  public Optional<String> fault() {
    return question().isBlank() ? Optional.of("The question is empty") : filters.fault();
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
    return OptionalInt.of(ask(server.backend(), Terminal.current(), System.out));
  }

  @Override
  public int run(CommandContext context) {
    context.get(ArchiveBootstrap.class).openWithVectors();
    return ask(context.get(LocalBackend.class), Terminal.current(), context.out());
  }

  int ask(Backend backend, Terminal terminal, PrintStream out) {
    var reply = backend.ask(question(), filters.filters(backend));
    out.println(
        json ? terminal.json(JsonCodec.encode(reply)) : new ReplyText(terminal).format(reply));
    return EXIT_CODES.getOrDefault(reply.status(), 1);
  }
}
