package org.dossier.cli.command;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import picocli.CommandLine;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// Asks the archive one question.
@CommandLine.Command(
    name = "ask",
    description = "Ask the archive one question. A server that works on the same data is asked.",
    exitCodeListHeading = "%nExit codes:%n",
    exitCodeList = {
      "0:answered",
      "1:something failed",
      "2:the command line is wrong",
      "3:the archive does not say"
    })
public final class AskCommand implements Command {
  @Parameters(arity = "1..*", paramLabel = "QUESTION", description = "The question.")
  public List<String> words = new ArrayList<>();

  @Option(names = "--json", description = "Print the reply as POST /api/chat gives it.")
  public boolean json;

  @Mixin public FilterOptions filters = new FilterOptions();
  @Mixin public ModelOption model = new ModelOption();
  @Mixin CommonOptions common = new CommonOptions();

  public String question() {
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
    return settings;
  }
}
