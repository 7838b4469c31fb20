package org.dossier.cli.command;

import java.util.Locale;
import java.util.Map;
import java.util.OptionalInt;
import org.dossier.cli.CommandException;
import org.dossier.cli.RunningServer;
import org.dossier.cli.startup.EmbeddingWorker;
import org.dossier.cli.startup.ShutdownGate;
import org.dossier.cli.terminal.ProgressOutput;
import org.dossier.database.Database;
import org.eclipse.microprofile.config.ConfigProvider;
import picocli.CommandLine;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/// Computes the missing vectors of an archive without serving.
@CommandLine.Command(
    name = "embed",
    description = {
      "Compute the vectors that articles lack, without answering questions. On a database server"
          + " (dossier.database.url), any number of these processes work alongside the servers, each"
          + " on articles of its own, until they are stopped. They need neither a data folder nor an"
          + " index. An archive in a data folder is used by one process at a time: the command ends"
          + " when no vector is missing."
    },
    exitCodeListHeading = "%nExit codes:%n",
    exitCodeList = {
      "0:no vector is missing, or the command was stopped without --once",
      "1:something failed",
      "2:the command line is invalid",
      "130:stopped before the end; the computed vectors are stored"
    })
public final class EmbedCommand implements Command {
  @Option(names = "--once", description = "End when no vector is missing.")
  boolean once;

  @Mixin CommonOptions common = new CommonOptions();

  /// This command needs only one of the models.
  @Override
  public boolean needsModels() {
    return false;
  }

  @Override
  public boolean usesDataFolder() {
    return ConfigProvider.getConfig()
        .getOptionalValue("dossier.database.url", String.class)
        .isEmpty();
  }

  @Override
  public Map<String, String> settings() {
    return Command.withoutServing(common);
  }

  @Override
  public OptionalInt runOn(RunningServer server) {
    throw new CommandException(
        "the server at %s (process %d) is using this data folder and computes the vectors itself"
            .formatted(server.address(), server.pid()));
  }

  @Override
  public int run(CommandContext context) {
    boolean shared = context.get(Database.class).isShared();
    if (!shared && !once) {
      context
          .get(ProgressOutput.class)
          .err()
          .println(
              "The archive is in a data folder, which one process uses at a time: the command ends"
                  + " when no vector is missing.");
    }
    var embedded = context.get(EmbeddingWorker.class).run(once || !shared);
    System.out.printf(
        Locale.ROOT, "Embedded %,d passages; %s%n", embedded.passages(), rest(embedded.articles()));
    return embedded.articles() == 0 || (shared && !once) ? 0 : ShutdownGate.EXIT_CODE;
  }

  private static String rest(long articles) {
    if (articles < 0) {
      return "the database is unreachable.";
    }
    return articles == 0
        ? "no vector is missing."
        : String.format(Locale.ROOT, "articles without vectors: %,d.", articles);
  }
}
