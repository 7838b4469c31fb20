package org.dossier.cli.command;

import org.dossier.cli.AccessTokenDatabase;
import org.dossier.cli.CommandException;
import org.dossier.cli.terminal.TerminalSanitizer;
import picocli.CommandLine;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/// Revokes an access token.
@CommandLine.Command(
    name = "revoke",
    description = "Revoke an access token. Running servers reject it from the next request on.",
    exitCodeListHeading = "%nExit codes:%n",
    exitCodeList = {"0:the token was revoked", "1:no token has this name"})
public final class TokensRevokeCommand implements TokenCommand {
  // Set by picocli.
  @Parameters(paramLabel = "NAME", description = "Its name.")
  @SuppressWarnings("NullAway.Init")
  String name;

  @Mixin CommonOptions common = new CommonOptions();

  @Override
  public CommonOptions common() {
    return common;
  }

  @Override
  public int run(CommandContext context) {
    boolean revoked = context.get(AccessTokenDatabase.class).apply(tokens -> tokens.revoke(name));
    if (!revoked) {
      throw new CommandException(
          "no access token has the name ‘%s’".formatted(TerminalSanitizer.line(name)));
    }
    context.err().println("‘%s’ is revoked.".formatted(name));
    return 0;
  }
}
