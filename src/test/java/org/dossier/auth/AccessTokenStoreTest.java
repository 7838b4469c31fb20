package org.dossier.auth;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import org.dossier.database.DataFolder;
import org.dossier.database.Database;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AccessTokenStoreTest {
  private static final Instant START = Instant.parse("2026-11-21T10:00:00Z");

  @TempDir Path data;
  private DataFolder folder;
  private Database database;

  @BeforeEach
  void open() {
    folder = DataFolder.open(data);
    database = Database.open(folder.database());
  }

  @AfterEach
  void close() {
    database.close();
    folder.close();
  }

  @Test
  void aTokenGivesItsPermission() {
    var secret = tokens(START).add("desk", Permission.WRITE, null);

    assertThat(secret).matches("dossier_[A-Za-z0-9_-]{43}");
    assertThat(authenticate("Bearer " + secret))
        .isEqualTo(new AuthenticationResult.Authenticated(Permission.WRITE));
    assertThat(authenticate("bearer   " + secret))
        .isEqualTo(new AuthenticationResult.Authenticated(Permission.WRITE));
    assertThat(authenticate(null)).isEqualTo(new AuthenticationResult.Anonymous());
    assertThat(authenticate("Basic ZG9zc2llcjp4")).isEqualTo(new AuthenticationResult.Anonymous());
    for (var wrong : List.of("x", "", "=", " ", "_")) {
      assertThat(authenticate("Bearer " + secret + wrong + wrong + "x"))
          .as(wrong)
          .isInstanceOf(AuthenticationResult.InvalidToken.class);
    }
    assertThat(authenticate("Bearer " + secret.substring(0, 50)))
        .isInstanceOf(AuthenticationResult.InvalidToken.class);
    assertThat(authenticate("Bearer")).isInstanceOf(AuthenticationResult.InvalidToken.class);
  }

  @Test
  void secretsAreNotStored() throws IOException {
    var secret = tokens(START).add("desk", Permission.READ, null);
    database.close();

    try (var files = Files.list(data)) {
      for (var file : files.toList()) {
        assertThat(Files.readString(file, StandardCharsets.ISO_8859_1))
            .as(file.toString())
            .doesNotContain(secret, secret.substring("dossier_".length() + 4));
      }
    }
    assertThat(new TokenSecret(secret)).hasToString(secret.substring(0, 12) + "…");
  }

  @Test
  void tokensAreValidUntilTheyExpire() {
    var secret = tokens(START).add("guest", Permission.READ, START.plusSeconds(60));

    assertThat(tokens(START.plusSeconds(59)).authenticate(secret)).isPresent();
    assertThat(tokens(START.plusSeconds(60)).authenticate(secret)).isEmpty();
    assertThat(tokens(START.plusSeconds(60)).list()).hasSize(1);
  }

  @Test
  void lastUseIsRecordedAtMostHourly() {
    var secret = tokens(START).add("desk", Permission.READ, null);
    assertThat(lastUsed()).isNull();

    assertThat(tokens(START.plusSeconds(5)).authenticate(secret)).isPresent();
    assertThat(lastUsed()).isEqualTo(START.plusSeconds(5));
    assertThat(tokens(START.plusSeconds(3_000)).authenticate(secret)).isPresent();
    assertThat(lastUsed()).isEqualTo(START.plusSeconds(5));
    assertThat(tokens(START.plus(Duration.ofHours(2))).authenticate(secret)).isPresent();
    assertThat(lastUsed()).isEqualTo(START.plus(Duration.ofHours(2)));
  }

  private @Nullable Instant lastUsed() {
    return tokens(START).list().getFirst().lastUsed();
  }

  @Test
  void namesAreUniqueAndReusableAfterRevocation() {
    var first = tokens(START).add("desk", Permission.READ, null);
    assertThatThrownBy(() -> tokens(START).add("desk", Permission.ADMIN, null))
        .isInstanceOf(NameTakenException.class)
        .hasMessageContaining("desk");
    assertThatThrownBy(() -> tokens(START).add("../desk", Permission.READ, null))
        .isInstanceOf(IllegalArgumentException.class);

    assertThat(tokens(START).revoke("desk")).isTrue();
    assertThat(tokens(START).revoke("desk")).isFalse();
    var second = tokens(START).add("desk", Permission.WRITE, null);

    assertThat(tokens(START).authenticate(first)).isEmpty();
    assertThat(tokens(START).authenticate(second).orElseThrow().permission())
        .isEqualTo(Permission.WRITE);
  }

  /// As when the command runs while a server is running.
  @Test
  void changesByAnotherProcessTakeEffectImmediately() {
    var mine = tokens(START);
    String secret;
    try (var otherProcess = Database.openShared(data)) {
      var theirs = new AccessTokenStore(otherProcess, Clock.fixed(START, ZoneOffset.UTC));
      secret = theirs.add("desk", Permission.READ, null);
      assertThat(mine.authenticate(secret)).isPresent();

      assertThat(theirs.revoke("desk")).isTrue();
    }
    assertThat(mine.authenticate(secret)).isEmpty();
  }

  private AuthenticationResult authenticate(@Nullable String authorization) {
    return new Authenticator(tokens(START), new OidcAuthenticator(AccessSettings.with(Map.of())))
        .authenticate(authorization);
  }

  private AccessTokenStore tokens(Instant now) {
    return new AccessTokenStore(database, Clock.fixed(now, ZoneOffset.UTC));
  }
}
