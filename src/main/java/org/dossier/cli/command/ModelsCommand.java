package org.dossier.cli.command;

import java.util.Map;
import picocli.CommandLine;
import picocli.CommandLine.Mixin;

/// Shows which chat model is chosen and whether it answers.
@CommandLine.Command(
    name = "models",
    description = "Show which chat model is chosen, and ask it one short thing to see it answer.",
    exitCodeListHeading = "%nExit codes:%n",
    exitCodeList = {
      "0:it answers, or none is chosen",
      "1:it does not answer, or a setting is wrong",
      "2:the command line is wrong"
    })
public final class ModelsCommand implements Command {
  @Mixin ModelOption model = new ModelOption();
  @Mixin CommonOptions common = new CommonOptions();

  @Override
  public boolean needsModels() {
    return false;
  }

  @Override
  public Map<String, String> settings() {
    var settings = Command.withoutServing(common);
    model.addTo(settings);
    if (!common.verbose) {
      // What went wrong is the result here, and printed as such.
      settings.put("quarkus.log.category.\"org.dossier.model\".level", "OFF");
    }
    return settings;
  }
}
