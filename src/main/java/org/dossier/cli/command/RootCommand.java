package org.dossier.cli.command;

import picocli.CommandLine;
import picocli.CommandLine.Option;

/// The root of the command line: the list of commands and the text of `--help`.
@CommandLine.Command(
    name = "./dossier",
    description =
        "Answers questions from an archive of articles. Every sentence of an answer cites the exact"
            + " words of an article. If the archive does not contain the answer, the reply says so.",
    synopsisSubcommandLabel = "[COMMAND]",
    subcommands = {
      ServeCommand.class,
      IndexCommand.class,
      AskCommand.class,
      ChatCommand.class,
      SearchCommand.class,
      McpCommand.class,
      CheckAnswerCommand.class,
      EvalCommand.class,
      EvalCheckCommand.class,
      CalibrateCommand.class,
      ModelsCommand.class,
      BackupCommand.class,
      CheckArchiveCommand.class,
      RestoreCommand.class,
      ReindexCommand.class,
      EmbedCommand.class,
      TokensCommand.class,
      AotRecordCommand.class
    },
    versionProvider = RootCommand.Version.class,
    footerHeading = "%nDevelopment:%n",
    footer = {
      "  build   Build the program without running it.",
      "  test    Run the whole test suite.",
      "  image   Build the container image: docs/how-to/deploying.md.",
      "",
      "The default command is ‘serve’. ‘./dossier help COMMAND’ shows its usage."
    })
final class RootCommand {
  @Option(
      names = {"-h", "--help"},
      usageHelp = true,
      description = "Show this help.")
  boolean help;

  @Option(names = "--version", versionHelp = true, description = "Show the version.")
  boolean version;

  /// The version that the build wrote into the manifest of the jar.
  static final class Version implements CommandLine.IVersionProvider {
    @Override
    public String[] getVersion() {
      var version = RootCommand.class.getPackage().getImplementationVersion();
      return new String[] {"Dossier " + (version == null ? "(not packaged)" : version)};
    }
  }
}
