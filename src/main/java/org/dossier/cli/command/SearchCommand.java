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
import org.dossier.cli.RunningServer;
import org.dossier.cli.SearchText;
import org.dossier.cli.startup.ArchiveBootstrap;
import org.dossier.cli.terminal.Terminal;
import org.dossier.web.json.SearchJson;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// Shows the passages that match a query best.
@CommandLine.Command(
    name = "search",
    description = "Show the passages that match words or a question best.",
    exitCodeListHeading = "%nExit codes:%n",
    exitCodeList = {
      "0:something was found",
      "1:something failed",
      "2:the command line is invalid",
      "3:nothing was found"
    })
public final class SearchCommand implements Command {
  private static final Integer SCREENFUL = 5;
  private static final int NOTHING_FOUND = 3;

  @Parameters(arity = "1..*", paramLabel = "WORDS", description = "The query.")
  List<String> words = new ArrayList<>();

  @Option(
      names = "--limit",
      paramLabel = "N",
      description = "The maximum number of passages, 1 to 50 (default: 5).")
  @Nullable Integer limit;

  @Option(names = "--json", description = "Print the result in the format of GET /api/search.")
  boolean json;

  @Mixin FilterOptions filters = new FilterOptions();
  @Mixin DemoOption demo = new DemoOption();
  @Mixin CommonOptions common = new CommonOptions();

  /// A screenful by default, unless the output is JSON.
  private @Nullable Integer maxPassages() {
    return limit == null && !json ? SCREENFUL : limit;
  }

  String query() {
    return String.join(" ", words);
  }

  @Override
  public Optional<String> fault() {
    if (query().isBlank()) {
      return Optional.of("The query is empty");
    }
    return limit != null && (limit < 1 || limit > SearchJson.MAX_EVIDENCE)
        ? Optional.of("--limit must be from 1 to %d: %d".formatted(SearchJson.MAX_EVIDENCE, limit))
        : filters.fault();
  }

  @Override
  public Map<String, String> settings() {
    var settings = Command.forAsking(common);
    demo.addTo(settings);
    return settings;
  }

  @Override
  public OptionalInt runOn(RunningServer server) {
    return OptionalInt.of(search(server.backend(), Terminal.current(), System.out));
  }

  @Override
  public int run(CommandContext context) {
    context.get(ArchiveBootstrap.class).openWithVectors();
    return search(context.get(LocalBackend.class), Terminal.current(), context.out());
  }

  int search(Backend backend, Terminal terminal, PrintStream out) {
    var result = backend.search(query(), filters.filters(backend), maxPassages());
    out.println(
        json ? terminal.json(JsonCodec.encode(result)) : new SearchText(terminal).format(result));
    return result.relevant() ? 0 : NOTHING_FOUND;
  }
}
