package org.dossier.cli.command;

import java.util.Locale;
import java.util.Map;
import java.util.OptionalInt;
import org.dossier.cli.RunningServer;
import org.dossier.cli.terminal.ProgressOutput;
import org.dossier.search.PassageIndex;
import picocli.CommandLine;
import picocli.CommandLine.Mixin;

/// Rebuilds the index.
@CommandLine.Command(
    name = "reindex",
    description = {
      "Rebuild the index from the database. A server that is using the archive keeps answering from"
          + " the old index until the new one is complete. Vectors are not computed again."
    },
    exitCodeListHeading = "%nExit codes:%n",
    exitCodeList = {
      "0:the index was rebuilt",
      "1:something failed, and the index is unchanged",
      "2:the command line is invalid"
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
        "waiting for the server at %s to rebuild its index; it keeps answering questions"
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
        Locale.ROOT, "The index was rebuilt: %,d passages, %,d with vectors.%n", passages, vectors);
  }
}
