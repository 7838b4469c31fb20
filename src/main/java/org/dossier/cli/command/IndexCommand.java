package org.dossier.cli.command;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import picocli.CommandLine;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// Takes files and folders into the archive.
@CommandLine.Command(
    name = "index",
    description = {
      "Take articles into the archive: files and folders of Markdown, text and HTML, and JSON lines"
          + " (.jsonl, .jsonl.gz). What was taken in before is skipped, what changed is taken in"
          + " anew. It can be interrupted and goes on where it stopped."
    },
    exitCodeListHeading = "%nExit codes:%n",
    exitCodeList = {
      "0:articles were ingested, or were in the archive already",
      "1:no article was ingested",
      "2:the command line is wrong",
      "130:interrupted"
    })
public final class IndexCommand implements Command {
  @Parameters(arity = "1..*", paramLabel = "PATH", description = "Files and folders of articles.")
  public List<Path> paths = new ArrayList<>();

  @Option(
      names = "--no-vectors",
      description = "Leave the vectors to the next ‘serve’; until then words alone find articles.")
  public boolean withoutVectors;

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
