package org.dossier.cli.command;

import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import org.dossier.auth.AccessToken;
import org.dossier.auth.NameTakenException;
import org.dossier.auth.Permission;
import org.dossier.cli.AccessTokenDatabase;
import org.dossier.cli.CommandException;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// Creates an access token.
@CommandLine.Command(
    name = "add",
    description =
        "Create an access token and print it once. Only its hash is stored: it cannot be shown again.",
    exitCodeListHeading = "%nExit codes:%n",
    exitCodeList = {
      "0:the token was created",
      "1:a token of this name exists",
      "2:the command line is invalid"
    })
public final class TokensAddCommand implements TokenCommand {
  // Set by picocli.
  @Parameters(
      paramLabel = "NAME",
      description = "Its name: up to 64 letters, digits, dots, dashes and underscores.")
  @SuppressWarnings("NullAway.Init")
  String name;

  @Option(
      names = "--permission",
      required = true,
      paramLabel = "PERMISSION",
      converter = PermissionConverter.class,
      description =
          "The requests it authorizes: ‘read’ (read, search and ask), ‘write’ (articles, too), ‘admin’"
              + " (everything).")
  @SuppressWarnings("NullAway.Init")
  Permission permission;

  @Option(
      names = "--days",
      paramLabel = "N",
      description = "The number of days until it expires (default: never).")
  @Nullable Integer days;

  @Mixin CommonOptions common = new CommonOptions();

  @Override
  public CommonOptions common() {
    return common;
  }

  @Override
  public Optional<String> fault() {
    if (!AccessToken.isValidName(name)) {
      return Optional.of(
          "NAME must be up to 64 letters, digits, dots, dashes and underscores: ‘" + name + "’");
    }
    return days == null || days > 0
        ? Optional.empty()
        : Optional.of("--days must be at least 1: " + days);
  }

  @Override
  public int run(CommandContext context) {
    var expires =
        days == null ? null : context.get(Clock.class).instant().plus(Duration.ofDays(days));
    try {
      String token =
          context
              .get(AccessTokenDatabase.class)
              .apply(tokens -> tokens.add(name, permission, expires));
      context.out().println(token);
    } catch (NameTakenException e) {
      throw new CommandException(e.getMessage() + ": revoke it first, or choose another name", e);
    }
    context
        .err()
        .println(
            "‘%s’ has the permission %s. This is shown once: keep it where only its user can read it."
                .formatted(name, permission.label()));
    return 0;
  }
}
