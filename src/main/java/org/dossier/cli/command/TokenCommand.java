package org.dossier.cli.command;

import java.util.Map;

/// A command on access tokens. It works on the database itself, whether or not a server has it
/// open. There is no HTTP API for it: a user who can write to the database has every permission
/// already.
interface TokenCommand extends Command {

  CommonOptions common();

  @Override
  default Map<String, String> settings() {
    return Command.forAsking(common());
  }

  @Override
  default boolean usesDataFolder() {
    return false;
  }

  @Override
  default boolean needsModels() {
    return false;
  }
}
