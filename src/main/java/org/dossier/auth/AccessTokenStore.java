package org.dossier.auth;

import jakarta.inject.Singleton;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.sql.Types;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.dossier.database.ArchiveException;
import org.dossier.database.Database;
import org.jboss.logging.Logger;
import org.jdbi.v3.core.result.RowView;
import org.jspecify.annotations.Nullable;

/// The access tokens in the database. Each request with a token reads it from the database, so that
/// a revocation by any process takes effect immediately. Thread-safe.
@Singleton
public final class AccessTokenStore {
  private static final Logger LOG = Logger.getLogger(AccessTokenStore.class);
  private static final Duration LAST_USED_RESOLUTION = Duration.ofHours(1);

  private final Database database;
  private final Clock clock;

  public AccessTokenStore(Database database, Clock clock) {
    this.database = database;
    this.clock = clock;
  }

  /// Creates a token.
  ///
  /// @param expires when the token expires; `null` for never
  /// @return the secret to send with requests. It is not stored and cannot be recovered.
  /// @throws NameTakenException if a token of this name exists
  /// @throws IllegalArgumentException if the name is invalid
  public String add(String name, Permission permission, @Nullable Instant expires) {
    var tokenSecret = TokenSecret.random();
    var token =
        new AccessToken(
            name, tokenSecret.shownPrefix(), permission, clock.instant(), null, expires);
    int added =
        database.write(handle -> {
          var insert =
              handle
                  .createUpdate(
                      """
                      INSERT INTO access_token (name, hash, prefix, permission, created_at, expires_at)
                      VALUES (:name, :hash, :prefix, :permission, :createdAt, :expiresAt)
                      ON CONFLICT (name) DO NOTHING
                      """)
                  .bind("name", token.name())
                  .bind("hash", tokenSecret.hash())
                  .bind("prefix", token.prefix())
                  .bind("permission", permission.label())
                  .bind("createdAt", token.created().toEpochMilli());
          return (expires == null
                  ? insert.bindNull("expiresAt", Types.BIGINT)
                  : insert.bind("expiresAt", expires.toEpochMilli()))
              .execute();
        });
    if (added == 0) {
      throw new NameTakenException(name);
    }
    return tokenSecret.text();
  }

  /// All tokens by name, including expired ones.
  public List<AccessToken> list() {
    return database.read(handle ->
        handle
            .createQuery("SELECT * FROM access_token ORDER BY name")
            .map(row -> token(row))
            .list());
  }

  /// Deletes a token.
  ///
  /// @return true if a token of this name existed
  public boolean revoke(String name) {
    return database.write(handle -> handle.execute("DELETE FROM access_token WHERE name = ?", name))
        == 1;
  }

  /// The token whose secret is `text`; empty if the token is unknown, revoked or expired.
  Optional<AccessToken> authenticate(String text) {
    if (!TokenSecret.isWellFormed(text)) {
      return Optional.empty();
    }
    var hash = new TokenSecret(text).hash();
    var valid =
        database
            .read(handle ->
                handle
                    .createQuery("SELECT * FROM access_token WHERE hash = :hash")
                    .bind("hash", hash)
                    .map(row -> StoredToken.of(row))
                    .findOne())
            .filter(storedToken -> isEqual(storedToken.hash(), hash))
            .map(StoredToken::token)
            .filter(token -> !token.isExpired(clock.instant()));
    valid.ifPresent(this::recordUse);
    return valid;
  }

  /// Records when the token was used, at most once an hour, to avoid a write for each request. A
  /// failed write does not fail the request.
  private void recordUse(AccessToken token) {
    var now = clock.instant();
    if (token.lastUsed() != null && now.isBefore(token.lastUsed().plus(LAST_USED_RESOLUTION))) {
      return;
    }
    try {
      var _ =
          database.writeUnordered(handle ->
              handle.execute(
                  "UPDATE access_token SET last_used_at = ? WHERE name = ?",
                  now.toEpochMilli(),
                  token.name()));
    } catch (ArchiveException e) {
      LOG.warnf("Cannot record the use of an access token: %s", e.getMessage());
    }
  }

  private static boolean isEqual(String one, String other) {
    return MessageDigest.isEqual(
        one.getBytes(StandardCharsets.US_ASCII), other.getBytes(StandardCharsets.US_ASCII));
  }

  private record StoredToken(String hash, AccessToken token) {
    static StoredToken of(RowView row) {
      return new StoredToken(row.getColumn("hash", String.class), AccessTokenStore.token(row));
    }
  }

  private static AccessToken token(RowView row) {
    return new AccessToken(
        row.getColumn("name", String.class),
        row.getColumn("prefix", String.class),
        Permission.valueOf(row.getColumn("permission", String.class).toUpperCase(Locale.ROOT)),
        Instant.ofEpochMilli(row.getColumn("created_at", Long.class)),
        instant(row, "last_used_at"),
        instant(row, "expires_at"));
  }

  private static @Nullable Instant instant(RowView row, String column) {
    Long millis = row.getColumn(column, Long.class);
    return millis == null ? null : Instant.ofEpochMilli(millis);
  }
}
