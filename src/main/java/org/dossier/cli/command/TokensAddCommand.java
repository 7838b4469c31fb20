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

/// Makes an access token.
@CommandLine.Command(
    name = "add",
    description =
        "Make an access token and print it, this once: of what is kept, nobody can make it again.",
    exitCodeListHeading = "%nExit codes:%n",
    exitCodeList = {"0:it holds", "1:there is one of this name", "2:the command line is wrong"})
public final class TokensAddCommand implements TokenCommand {
  // picocli sets these before anything reads them.
  @Parameters(
      paramLabel = "NAME",
      description = "What to call it: letters, digits, dots, dashes and underscores.")
  @SuppressWarnings("NullAway.Init")
  String name;

  @Option(
      names = "--permission",
      required = true,
      paramLabel = "PERMISSION",
      converter = PermissionName.class,
      description =
          "The requests it authorizes: ‘read’ (read, search and ask), ‘write’ (articles, too), ‘admin’"
              + " (everything).")
  @SuppressWarnings("NullAway.Init")
  Permission permission;

  @Option(
      names = "--days",
      paramLabel = "N",
      description = "After how many days it is over (default: never).")
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
          "A name is up to 64 letters, digits, dots, dashes and underscores: ‘" + name + "’");
    }
    return days == null || days > 0
        ? Optional.empty()
        : Optional.of("A token holds for a day at least: --days " + days);
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
                .formatted(name, PermissionName.of(permission)));
    return 0;
  }
}
