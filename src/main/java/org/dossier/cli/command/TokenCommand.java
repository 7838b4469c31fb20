package org.dossier.cli.command;

import java.util.Map;

/// A command that is about access tokens. It works on the database itself, whether or not a server
/// has it open.
public sealed interface TokenCommand extends Command
    permits TokensCommand, TokensAddCommand, TokensRevokeCommand {

  CommonOptions common();

  @Override
  default Map<String, String> settings() {
    return Command.forAsking(common());
  }

  /// The server keeps the archive, and this command does not go through it.
  @Override
  default boolean needsArchive() {
    return false;
  }

  @Override
  default boolean needsModels() {
    return false;
  }
}
