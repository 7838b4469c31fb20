package org.dossier.cli.command;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import org.dossier.archive.Archive;
import org.dossier.cli.ArchiveSummaryText;
import org.dossier.cli.ArticleUpload;
import org.dossier.cli.RunningServer;
import org.dossier.cli.startup.DataLocation;
import org.dossier.cli.startup.DossierConfig;
import org.dossier.cli.startup.EmbeddingProgress;
import org.dossier.cli.startup.ReprintProgress;
import org.dossier.cli.startup.ShutdownGate;
import org.dossier.cli.terminal.ProgressOutput;
import org.dossier.cli.terminal.Terminal;
import org.dossier.database.DataFolder;
import org.dossier.database.Database;
import org.dossier.ingestion.FileExplanation;
import org.dossier.ingestion.Ingestion;
import org.dossier.ingestion.IngestionLimits;
import org.dossier.ingestion.IngestionProgress;
import org.dossier.ingestion.PlainProgress;
import org.dossier.ingestion.TerminalProgress;
import org.dossier.ingestion.document.DocumentConfig;
import org.dossier.ingestion.document.DocumentLimits;
import org.eclipse.microprofile.config.ConfigProvider;
import picocli.CommandLine;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// Ingests files and folders into the archive.
@CommandLine.Command(
    name = "index",
    description = {
      "Ingest articles into the archive: files and folders of Markdown, text and HTML, JSON lines"
          + " (.jsonl, .jsonl.gz), and documents (PDF, Word, OpenDocument, RTF, EPUB, e-mail)."
          + " Unchanged articles are skipped, changed articles are updated. A server that is using"
          + " the data folder is sent the articles. After an interruption, the same command"
          + " continues where it stopped."
    },
    exitCodeListHeading = "%nExit codes:%n",
    exitCodeList = {
      "0:articles were ingested, or were in the archive already; with --explain: every file has an"
          + " article",
      "1:no article was ingested; with --explain: a file has none",
      "2:the command line is invalid",
      "130:interrupted"
    })
public final class IndexCommand implements Command {
  @Parameters(arity = "1..*", paramLabel = "PATH", description = "Files and folders of articles.")
  List<Path> paths = new ArrayList<>();

  @Option(
      names = "--no-vectors",
      description =
          "Leave the vectors to the next ‘index’, ‘serve’ or ‘embed’; until then only lexical search"
              + " finds the articles.")
  boolean withoutVectors;

  @Option(
      names = "--explain",
      description =
          "Ingest nothing; show how each FILE is read: its metadata, the parts of a page that are"
              + " left out, each with the reason, and the lines that no passage contains.")
  boolean explained;

  @Mixin CommonOptions common = new CommonOptions();

  @Override
  public boolean needsModels() {
    return false;
  }

  @Override
  public boolean usesDataFolder() {
    return !explained;
  }

  @Override
  public DataFolderCheck.Requirement dataRequirement() {
    return DataFolderCheck.Requirement.NOTHING;
  }

  @Override
  public Map<String, String> settings() {
    return Command.withoutServing(common);
  }

  /// The server ingests the articles. Several processes may ingest into an archive on a database
  /// server.
  @Override
  public OptionalInt runOn(RunningServer server) {
    if (ConfigProvider.getConfig()
        .getOptionalValue("dossier.database.url", String.class)
        .isPresent()) {
      return OptionalInt.empty();
    }
    System.err.println(
        "a server is using this data folder: sending the articles to %s"
            .formatted(server.address()));
    var upload = new ArticleUpload(server.client());
    var clock = Clock.systemUTC();
    IngestionProgress progress =
        Terminal.current().interactive()
            ? new TerminalProgress(System.err, clock)
            : new PlainProgress(System.err, clock);
    var report =
        new Ingestion(
                upload::put,
                IngestionLimits.DEFAULT,
                DocumentLimits.of(ConfigProvider.getConfig()),
                clock)
            .run(paths, progress);
    upload.throwIfFailed();
    report.lines().forEach(System.out::println);
    System.out.printf(
        "The archive has %s.%s%n",
        ArchiveSummaryText.format(upload.summary()),
        report.added() + report.changed() > 0
            ? " The server computes the vectors of new articles in the background."
            : "");
    return OptionalInt.of(report.articles() > 0 ? 0 : 1);
  }

  @Override
  public int run(CommandContext context) {
    return explained ? explain(context) : ingest(context);
  }

  private int explain(CommandContext context) {
    var documentLimits = DocumentLimits.of(context.get(DocumentConfig.class));
    boolean accepted = true;
    for (var path : paths) {
      var explanation = FileExplanation.of(path, IngestionLimits.DEFAULT, documentLimits);
      explanation.lines().forEach(context.out()::println);
      accepted &= explanation.accepted();
    }
    return accepted ? 0 : 1;
  }

  private int ingest(CommandContext context) {
    var output = context.get(ProgressOutput.class);
    return context
        .get(ShutdownGate.class)
        .run(
            () -> ingest(context, output),
            () ->
                output.err().println("Interrupted: the same command continues where it stopped."));
  }

  private int ingest(CommandContext context, ProgressOutput output) {
    var shutdownGate = context.get(ShutdownGate.class);
    var report =
        context.get(Ingestion.class).run(paths, output.progress(), shutdownGate::requested);
    report.lines().forEach(System.out::println);
    context.get(ReprintProgress.class).complete();
    if (!withoutVectors && !shutdownGate.requested()) {
      completeVectors(context);
    }
    if (shutdownGate.requested()) {
      return ShutdownGate.EXIT_CODE;
    }
    var summary = ArchiveSummaryText.format(context.get(Archive.class).summary());
    System.out.println("The archive has " + summary + ".");
    // Only this process has the folder of an archive that is not on a database server.
    if (!context.get(Database.class).isShared()
        && Files.exists(context.get(DataFolder.class).sampleMarker())) {
      System.out.println(
          "It contains the sample articles, too. For an archive without them: %s index PATH --data FOLDER"
              .formatted(DataLocation.of(context.get(DossierConfig.class)).program()));
    }
    return report.articles() > 0 ? 0 : 1;
  }

  /// If the archive is on a database server, another process may have the data folder.
  private static void completeVectors(CommandContext context) {
    if (context.get(Database.class).isShared()
        && DataFolder.holder(context.get(DossierConfig.class).data()).isPresent()) {
      System.out.println("Their vectors are left to the process that has the data folder.");
      return;
    }
    context.get(EmbeddingProgress.class).complete();
  }
}
