package org.dossier.cli.command;

import picocli.CommandLine;
import picocli.CommandLine.Option;

/// The whole command line: nothing but its commands and what `--help` says of them.
@CommandLine.Command(
    name = "./dossier",
    description =
        "Answers questions from an archive of articles. Every sentence of an answer points at the"
            + " exact words of an article; what the archive does not say, it does not answer.",
    synopsisSubcommandLabel = "[COMMAND]",
    subcommands = {
      ServeCommand.class,
      IndexCommand.class,
      AskCommand.class,
      ChatCommand.class,
      SearchCommand.class,
      CheckAnswerCommand.class,
      EvalCommand.class,
      EvalCheckCommand.class,
      ModelsCommand.class,
      BackupCommand.class,
      CheckArchiveCommand.class,
      RestoreCommand.class,
      ReindexCommand.class,
      TokensCommand.class,
      AotRecordCommand.class
    },
    versionProvider = RootCommand.Version.class,
    footerHeading = "%nOf the program itself:%n",
    footer = {
      "  build   Build the program, and run nothing.",
      "  test    Run its whole test suite.",
      "  image   Make its container image: docs/deploying.md.",
      "",
      "Without a command it serves. ‘./dossier COMMAND --help’ tells more of each."
    })
final class RootCommand {
  @Option(names = "--help", usageHelp = true, description = "Show this help.")
  boolean help;

  @Option(names = "--version", versionHelp = true, description = "Show the version.")
  boolean version;

  /// What the build wrote into the program's own jar.
  static final class Version implements CommandLine.IVersionProvider {
    @Override
    public String[] getVersion() {
      var version = RootCommand.class.getPackage().getImplementationVersion();
      return new String[] {"Dossier " + (version == null ? "(not packaged)" : version)};
    }
  }
}
