package org.dossier.cli.command;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import org.dossier.auth.AccessToken;
import org.dossier.auth.AccessTokenStore;
import org.dossier.cli.AccessTokenDatabase;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Mixin;

/// Lists the access tokens.
@CommandLine.Command(
    name = "tokens",
    description =
        "List the access tokens with permission, creation, last use and expiry. Tokens can be"
            + " created, listed and revoked while a server runs, with immediate effect.",
    subcommands = {TokensAddCommand.class, TokensRevokeCommand.class})
public final class TokensCommand implements TokenCommand {
  private static final String ROW = "%-20s  %-12s  %-10s  %-10s  %-10s  %s";

  @Mixin CommonOptions common = new CommonOptions();

  @Override
  public CommonOptions common() {
    return common;
  }

  @Override
  public int run(CommandContext context) {
    List<AccessToken> all = context.get(AccessTokenDatabase.class).apply(AccessTokenStore::list);
    if (all.isEmpty()) {
      context
          .err()
          .println(
              "There is no access token. ‘./dossier tokens add NAME --permission read’ creates one.");
      return 0;
    }
    var now = context.get(Clock.class).instant();
    context
        .out()
        .println(ROW.formatted("name", "token", "permission", "created", "last used", "expires"));
    all.forEach(token -> context.out().println(row(token, now).stripTrailing()));
    return 0;
  }

  private static String row(AccessToken token, Instant now) {
    return ROW.formatted(
        token.name(),
        token.prefix(),
        token.permission().label(),
        day(token.created()),
        day(token.lastUsed()),
        token.isExpired(now) ? "expired" : day(token.expires()));
  }

  private static String day(@Nullable Instant instant) {
    return instant == null ? "–" : instant.atOffset(ZoneOffset.UTC).toLocalDate().toString();
  }
}
