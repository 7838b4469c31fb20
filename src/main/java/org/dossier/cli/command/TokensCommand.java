package org.dossier.cli.command;

import picocli.CommandLine;
import picocli.CommandLine.Mixin;

/// Lists the access tokens.
@CommandLine.Command(
    name = "tokens",
    description =
        "List the access tokens: what each may do, when it was made, used and will be over. They"
            + " can be made, listed and revoked while a server runs, and count at once.",
    subcommands = {TokensAddCommand.class, TokensRevokeCommand.class})
public final class TokensCommand implements TokenCommand {
  @Mixin CommonOptions common = new CommonOptions();

  @Override
  public CommonOptions common() {
    return common;
  }
}
