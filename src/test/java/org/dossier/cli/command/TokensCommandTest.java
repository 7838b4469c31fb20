package org.dossier.cli.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Optional;
import org.dossier.cli.AccessTokenDatabase;
import org.dossier.cli.CommandException;
import org.dossier.cli.startup.DossierConfig;
import org.dossier.database.DataFolder;
import org.dossier.database.Database;
import org.dossier.database.DatabaseConfig;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TokensCommandTest {
  private static final Instant NOON = Instant.parse("2026-11-21T12:00:00Z");

  private final ByteArrayOutputStream out = new ByteArrayOutputStream();
  private final ByteArrayOutputStream err = new ByteArrayOutputStream();
  @TempDir Path data;

  @Test
  void tokenIsPrintedOnceAndListedWithoutItsSecret() {
    assertThat(run("tokens")).isZero();
    assertThat(text(err)).contains("There is no access token");

    assertThat(run("tokens", "add", "desk", "--permission", "write", "--days", "30")).isZero();
    var secret = text(out).strip();
    assertThat(secret).matches("dossier_[A-Za-z0-9_-]{43}");
    assertThat(text(err))
        .contains("‘desk’ has the permission write", "shown once")
        .doesNotContain(secret);

    assertThat(run("tokens")).isZero();
    assertThat(text(out))
        .contains("name", "desk", "write", "2026-11-21", "2026-12-21", secret.substring(0, 12))
        .doesNotContain(secret);
  }

  @Test
  void revokedTokenIsGone() {
    run("tokens", "add", "desk", "--permission", "read");
    assertThatThrownBy(() -> run("tokens", "add", "desk", "--permission", "read"))
        .isInstanceOf(CommandException.class)
        .hasMessageContaining("‘desk’ already");

    assertThat(run("tokens", "revoke", "desk")).isZero();
    assertThatThrownBy(() -> run("tokens", "revoke", "desk"))
        .isInstanceOf(CommandException.class)
        .hasMessageContaining("no access token has the name ‘desk’");
  }

  @Test
  void tokensAreAddedAlongsideARunningServer() {
    try (var folder = DataFolder.open(data);
        var database = Database.open(folder.database())) {
      assertThat(run("tokens", "add", "desk", "--permission", "admin")).isZero();
      int kept =
          database.read(handle ->
              handle.createQuery("SELECT count(*) FROM access_token").mapTo(Integer.class).one());
      assertThat(kept).isEqualTo(1);
    }
  }

  @Test
  void invalidOptionsAreRejectedByTheParser() {
    for (var wrong :
        new String[][] {
          {"tokens", "add", "desk"},
          {"tokens", "add", "--permission", "read"},
          {"tokens", "add", "two words", "--permission", "read"},
          {"tokens", "add", "desk", "--permission", "everything"},
          {"tokens", "add", "desk", "--permission", "read", "--days", "0"},
          {"tokens", "revoke"},
          {"tokens", "show"},
          {"tokens", "--data", "elsewhere", "add", "desk", "--permission", "read"}
        }) {
      assertThat(CommandLineParser.read(wrong, stream(out), stream(err)))
          .isEqualTo(new CommandLineParser.Exit(2));
    }
  }

  private int run(String... arguments) {
    out.reset();
    err.reset();
    var typed =
        (CommandLineParser.Parsed) CommandLineParser.read(arguments, stream(out), stream(err));
    return typed.command().run(new Context());
  }

  private final class Context implements CommandContext {
    private final Clock clock = Clock.fixed(NOON, ZoneOffset.UTC);

    @Override
    public <T> T get(Class<T> type) {
      return type.cast(
          type == Clock.class
              ? clock
              : new AccessTokenDatabase(new Config(data), new FileDatabaseConfig(), clock));
    }

    @Override
    public PrintStream out() {
      return stream(out);
    }

    @Override
    public PrintStream err() {
      return stream(err);
    }
  }

  private static PrintStream stream(ByteArrayOutputStream bytes) {
    return new PrintStream(bytes, true, StandardCharsets.UTF_8);
  }

  private static String text(ByteArrayOutputStream bytes) {
    return bytes.toString(StandardCharsets.UTF_8);
  }

  /// Settings of a database in the data folder.
  private static final class FileDatabaseConfig implements DatabaseConfig {
    @Override
    public Optional<String> url() {
      return Optional.empty();
    }

    @Override
    public Optional<String> user() {
      return Optional.empty();
    }

    @Override
    public int connections() {
      return 1;
    }
  }

  /// Settings with only the data folder.
  private record Config(Path data) implements DossierConfig {
    @Override
    public boolean demo() {
      return false;
    }

    @Override
    public Path home() {
      return data;
    }

    @Override
    public Duration dataLockTimeout() {
      return Duration.ZERO;
    }

    @Override
    public boolean serving() {
      return false;
    }

    @Override
    public boolean embedWhileServing() {
      return true;
    }

    @Override
    public boolean verbose() {
      return false;
    }

    @Override
    public Path corpus() {
      return data;
    }
  }
}
