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

/// The access tokens that hold. Each request that shows one reads it from the database anew, so
/// that one that is revoked, by whichever process, is worth nothing at once. Safe for any number of
/// threads.
@Singleton
public final class AccessTokenStore {
  private static final Logger LOG = Logger.getLogger(AccessTokenStore.class);
  private static final Duration COARSE = Duration.ofHours(1);

  private final Database database;
  private final Clock clock;

  public AccessTokenStore(Database database, Clock clock) {
    this.database = database;
    this.clock = clock;
  }

  /// Makes a token.
  ///
  /// @param expires from when on it holds no more; null for never
  /// @return what to show to be let in; it is not kept, and cannot be had again
  /// @throws NameTakenException if there is one of this name
  /// @throws IllegalArgumentException if this is no name
  public String add(String name, Permission permission, @Nullable Instant expires) {
    var tokenSecret = TokenSecret.random();
    var token =
        new AccessToken(name, tokenSecret.beginning(), permission, clock.instant(), null, expires);
    int added =
        database.write(handle -> {
          var insert =
              handle
                  .createUpdate(
                      """
                      INSERT INTO access_token (name, hash, beginning, may, created, expires)
                      VALUES (:name, :hash, :beginning, :may, :created, :expires)
                      ON CONFLICT (name) DO NOTHING
                      """)
                  .bind("name", token.name())
                  .bind("hash", tokenSecret.hash())
                  .bind("beginning", token.beginning())
                  .bind("may", permission.word())
                  .bind("created", token.created().toEpochMilli());
          return (expires == null
                  ? insert.bindNull("expires", Types.BIGINT)
                  : insert.bind("expires", expires.toEpochMilli()))
              .execute();
        });
    if (added == 0) {
      throw new NameTakenException(name);
    }
    return tokenSecret.text();
  }

  /// All of them, those too whose time is over, by name.
  public List<AccessToken> list() {
    return database.read(handle ->
        handle
            .createQuery("SELECT * FROM access_token ORDER BY name")
            .map(row -> token(row))
            .list());
  }

  /// Ends a token.
  ///
  /// @return whether there was one of this name
  public boolean revoke(String name) {
    return database.write(handle -> handle.execute("DELETE FROM access_token WHERE name = ?", name))
        == 1;
  }

  /// The token that somebody shows; empty where it is none, or none any more.
  Optional<AccessToken> authenticate(String text) {
    if (!TokenSecret.isOne(text)) {
      return Optional.empty();
    }
    var hash = new TokenSecret(text).hash();
    var holding =
        database
            .read(handle ->
                handle
                    .createQuery("SELECT * FROM access_token WHERE hash = :hash")
                    .bind("hash", hash)
                    .map(row -> Kept.of(row))
                    .findOne())
            .filter(kept -> isEqual(kept.hash(), hash))
            .map(Kept::token)
            .filter(token -> !token.isOver(clock.instant()));
    holding.ifPresent(this::noteUse);
    return holding;
  }

  /// Not worth failing a request for, nor a write for each of them.
  private void noteUse(AccessToken token) {
    var now = clock.instant();
    if (token.lastUsed() != null && now.isBefore(token.lastUsed().plus(COARSE))) {
      return;
    }
    try {
      var unused =
          database.writeUnordered(handle ->
              handle.execute(
                  "UPDATE access_token SET last_used = ? WHERE name = ?",
                  now.toEpochMilli(),
                  token.name()));
    } catch (ArchiveException e) {
      LOG.warnf("It could not be noted that a token was used: %s", e.getMessage());
    }
  }

  private static boolean isEqual(String one, String other) {
    return MessageDigest.isEqual(
        one.getBytes(StandardCharsets.US_ASCII), other.getBytes(StandardCharsets.US_ASCII));
  }

  private record Kept(String hash, AccessToken token) {
    static Kept of(RowView row) {
      return new Kept(row.getColumn("hash", String.class), AccessTokenStore.token(row));
    }
  }

  private static AccessToken token(RowView row) {
    return new AccessToken(
        row.getColumn("name", String.class),
        row.getColumn("beginning", String.class),
        Permission.valueOf(row.getColumn("may", String.class).toUpperCase(Locale.ROOT)),
        Instant.ofEpochMilli(row.getColumn("created", Long.class)),
        instant(row, "last_used"),
        instant(row, "expires"));
  }

  private static @Nullable Instant instant(RowView row, String column) {
    Long millis = row.getColumn(column, Long.class);
    return millis == null ? null : Instant.ofEpochMilli(millis);
  }
}
