package org.dossier.cli.command;

import java.nio.file.Path;
import java.util.Map;
import picocli.CommandLine;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// Puts a backup in the place of an archive.
@CommandLine.Command(
    name = "restore",
    description = {
      "Make a backup the archive of the data folder. It is looked through first; one of an older"
          + " version of the program is brought up to this one, one of a newer version is refused."
    },
    exitCodeListHeading = "%nExit codes:%n",
    exitCodeList = {
      "0:the archive is that of the backup",
      "1:something failed, and the archive is as before",
      "2:the command line is wrong"
    })
public final class RestoreCommand implements Command {
  // picocli sets it before anything reads it.
  @Parameters(paramLabel = "FILE", description = "A backup.")
  @SuppressWarnings("NullAway.Init")
  public Path file;

  @Option(
      names = "--replace",
      description = "Also where the archive holds something; that is kept under another name.")
  public boolean replace;

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
