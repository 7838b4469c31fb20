package org.dossier.cli;

import jakarta.inject.Singleton;
import java.io.PrintStream;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.dossier.auth.AccessToken;
import org.dossier.auth.AccessTokenStore;
import org.dossier.auth.NameTakenException;
import org.dossier.cli.command.PermissionName;
import org.dossier.cli.command.TokenCommand;
import org.dossier.cli.command.TokensAddCommand;
import org.dossier.cli.command.TokensCommand;
import org.dossier.cli.command.TokensRevokeCommand;
import org.dossier.cli.startup.DataFolderWaiter;
import org.dossier.cli.startup.DossierConfig;
import org.dossier.cli.terminal.TerminalSanitizer;
import org.dossier.database.DataFolder;
import org.dossier.database.Database;
import org.dossier.database.DatabaseConfig;
import org.dossier.database.PostgresSettings;
import org.jspecify.annotations.Nullable;

/// Makes, lists and revokes access tokens in the database. No server is asked: whoever can write to
/// the database may do all that a token could give, so there need be no way over the network.
@Singleton
public final class TokenActions {
  private static final String ROW = "%-20s  %-12s  %-10s  %-10s  %-10s  %s";

  private final DossierConfig config;
  private final Optional<PostgresSettings> server;
  private final Clock clock;

  TokenActions(DossierConfig config, DatabaseConfig database, Clock clock) {
    this.config = config;
    this.server = PostgresSettings.of(database, System.getenv());
    this.clock = clock;
  }

  /// @param out gets the result
  /// @param err gets what is said of it
  /// @return the exit code
  public int run(TokenCommand command, PrintStream out, PrintStream err) {
    return switch (command) {
      case TokensCommand _ -> list(out, err);
      case TokensAddCommand add -> add(add, out, err);
      case TokensRevokeCommand revoke -> revoke(revoke, err);
    };
  }

  private int add(TokensAddCommand command, PrintStream out, PrintStream err) {
    var days = command.days;
    var expires = days == null ? null : clock.instant().plus(Duration.ofDays(days));
    try {
      String made = with(tokens -> tokens.add(command.name, command.permission, expires));
      out.println(made);
    } catch (NameTakenException e) {
      throw new CommandException(e.getMessage() + ": revoke it first, or choose another name", e);
    }
    err.println(
        "‘%s’ has the permission %s. This is shown once: keep it where only its user can read it."
            .formatted(command.name, PermissionName.of(command.permission)));
    return 0;
  }

  private int list(PrintStream out, PrintStream err) {
    List<AccessToken> all = with(AccessTokenStore::list);
    if (all.isEmpty()) {
      err.println(
          "There is no access token. ‘./dossier tokens add NAME --permission read’ makes one.");
      return 0;
    }
    out.println(ROW.formatted("name", "token", "permission", "created", "last used", "expires"));
    all.forEach(token -> out.println(row(token).stripTrailing()));
    return 0;
  }

  private String row(AccessToken token) {
    var until = token.isExpired(clock.instant()) ? "expired" : day(token.expires());
    return ROW.formatted(
        token.name(),
        token.prefix(),
        PermissionName.of(token.permission()),
        day(token.created()),
        day(token.lastUsed()),
        until);
  }

  private static String day(@Nullable Instant instant) {
    return instant == null ? "–" : instant.atOffset(ZoneOffset.UTC).toLocalDate().toString();
  }

  private int revoke(TokensRevokeCommand command, PrintStream err) {
    if (!with(tokens -> tokens.revoke(command.name))) {
      throw new CommandException(
          "there is no token ‘%s’".formatted(TerminalSanitizer.line(command.name)));
    }
    err.println("‘%s’ is worth nothing any more.".formatted(command.name));
    return 0;
  }

  private <T> T with(Function<AccessTokenStore, T> work) {
    if (server.isPresent()) {
      try (var database = Database.open(server.get())) {
        return work.apply(new AccessTokenStore(database, clock));
      }
    }
    if (DataFolder.holder(config.data()).isPresent()) {
      try (var database = Database.openShared(config.data())) {
        return work.apply(new AccessTokenStore(database, clock));
      }
    }
    try (var folder = DataFolderWaiter.open(config.data(), config.dataLockTimeout());
        var database = Database.open(folder.database())) {
      return work.apply(new AccessTokenStore(database, clock));
    }
  }
}
