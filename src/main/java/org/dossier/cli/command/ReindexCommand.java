package org.dossier.cli.command;

import java.util.Map;
import picocli.CommandLine;
import picocli.CommandLine.Mixin;

/// Builds the index anew.
@CommandLine.Command(
    name = "reindex",
    description = {
      "Build the index anew from the database. A server that works on the archive does it beside the"
          + " index it answers from, and takes the new one when it is complete. Vectors are not"
          + " computed again."
    },
    exitCodeListHeading = "%nExit codes:%n",
    exitCodeList = {
      "0:the index is new",
      "1:something failed, and the index is as before",
      "2:the command line is wrong"
    })
public final class ReindexCommand implements Command {
  @Mixin CommonOptions common = new CommonOptions();

  @Override
  public boolean needsModels() {
    return false;
  }

  @Override
  public Map<String, String> settings() {
    return Command.withoutServing(common);
  }
}
