package org.dossier.cli.command;

import java.nio.file.Path;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/// Looks an archive or a backup through.
@CommandLine.Command(
    name = "check-archive",
    description = {
      "Look all of the archive through, while a server works on it or not: the database, every"
          + " article against its hash, every vector, and the index against the articles. With a FILE"
          + " it looks a backup through instead, with its checksums."
    },
    exitCodeListHeading = "%nExit codes:%n",
    exitCodeList = {
      "0:everything is sound",
      "1:something is not, or something failed",
      "2:the command line is wrong"
    })
public final class CheckArchiveCommand implements Command {
  @Parameters(arity = "0..1", paramLabel = "FILE", description = "A backup.")
  public @Nullable Path file;

  @Mixin CommonOptions common = new CommonOptions();

  @Override
  public boolean needsArchive() {
    return file == null;
  }

  @Override
  public boolean needsModels() {
    return false;
  }

  @Override
  public Map<String, String> settings() {
    return Command.withoutServing(common);
  }
}
