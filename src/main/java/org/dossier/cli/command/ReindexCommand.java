package org.dossier.cli.command;

import java.util.Locale;
import java.util.Map;
import java.util.OptionalInt;
import org.dossier.cli.RunningServer;
import org.dossier.cli.terminal.ProgressOutput;
import org.dossier.search.lucene.PassageIndex;
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

  @Override
  public OptionalInt runOn(RunningServer server) {
    System.err.println(
        "the server at %s rebuilds its index, and answers questions meanwhile"
            .formatted(server.address()));
    var built = server.client().post("/api/reindex", Built.class);
    print(built.passages(), built.vectors());
    return OptionalInt.of(0);
  }

  /// The new index as the server reports it.
  private record Built(long passages, long vectors) {}

  @Override
  public int run(CommandContext context) {
    return Maintenance.run(
        context,
        () -> {
          context.get(ProgressOutput.class).err().println("rebuilding the index");
          var index = context.get(PassageIndex.class);
          index.rebuild();
          index.search(snapshot -> {
            print(snapshot.passages(), snapshot.vectors());
            return true;
          });
        });
  }

  private static void print(long passages, long vectors) {
    System.out.printf(
        Locale.ROOT, "The index is new: %,d passages, %,d with vectors.%n", passages, vectors);
  }
}
