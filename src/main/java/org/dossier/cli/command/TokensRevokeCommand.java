package org.dossier.cli.command;

import org.dossier.cli.AccessTokenDatabase;
import org.dossier.cli.CommandException;
import org.dossier.cli.terminal.TerminalSanitizer;
import picocli.CommandLine;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/// Ends an access token.
@CommandLine.Command(
    name = "revoke",
    description = "End an access token. Running servers refuse it from the next request on.",
    exitCodeListHeading = "%nExit codes:%n",
    exitCodeList = {"0:it is worth nothing any more", "1:there is none of this name"})
public final class TokensRevokeCommand implements TokenCommand {
  // picocli sets it before anything reads it.
  @Parameters(paramLabel = "NAME", description = "What it is called.")
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
      throw new CommandException("there is no token ‘%s’".formatted(TerminalSanitizer.line(name)));
    }
    context.err().println("‘%s’ is worth nothing any more.".formatted(name));
    return 0;
  }
}
