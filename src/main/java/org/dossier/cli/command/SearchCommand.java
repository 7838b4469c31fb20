package org.dossier.cli.command;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.dossier.web.json.SearchJson;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// Shows what the archive has on some words.
@CommandLine.Command(
    name = "search",
    description = "Show the passages that fit some words or a question best.",
    exitCodeListHeading = "%nExit codes:%n",
    exitCodeList = {
      "0:something was found",
      "1:something failed",
      "2:the command line is wrong",
      "3:nothing was found"
    })
public final class SearchCommand implements Command {
  private static final Integer SCREENFUL = 5;

  @Parameters(arity = "1..*", paramLabel = "WORDS", description = "What to look for.")
  public List<String> words = new ArrayList<>();

  @Option(
      names = "--limit",
      paramLabel = "N",
      description = "How many passages, 1 to 50 (default: 5).")
  @Nullable Integer limit;

  @Option(names = "--json", description = "Print the reply as GET /api/search gives it.")
  public boolean json;

  @Mixin public FilterOptions filters = new FilterOptions();
  @Mixin CommonOptions common = new CommonOptions();

  /// A screenful, unless a program reads it.
  public @Nullable Integer most() {
    return limit == null && !json ? SCREENFUL : limit;
  }

  public String query() {
    return String.join(" ", words);
  }

  @Override
  public Optional<String> fault() {
    if (query().isBlank()) {
      return Optional.of("There is nothing to look for");
    }
    return limit != null && (limit < 1 || limit > SearchJson.MAX_EVIDENCE)
        ? Optional.of("The limit goes from 1 to %d: %d".formatted(SearchJson.MAX_EVIDENCE, limit))
        : filters.fault();
  }

  @Override
  public Map<String, String> settings() {
    return Command.forAsking(common);
  }
}
