package org.dossier.database;

import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// The connection settings of a PostgreSQL database that holds an archive. The password is sent to
/// the server only: neither messages nor [#toString()] contain it.
///
/// @param url for example `jdbc:postgresql://db.example:5432/dossier`, optionally with driver
///   parameters after a question mark; without credentials
/// @param user the database user; `null` for the name of the operating-system user
/// @param password `null` for none
/// @param connections maximum number of concurrent reads
public record PostgresSettings(
    String url, @Nullable String user, @Nullable String password, int connections) {
  /// The environment variable with the password.
  public static final String PASSWORD = "DOSSIER_DATABASE_PASSWORD";

  private static final Pattern URL =
      Pattern.compile("(jdbc:postgresql://[^/?#@\\s]+/[^/?#@\\s]+)(\\?\\S*)?");
  private static final Pattern CREDENTIALS =
      Pattern.compile("[?&](user|[^=&]*password[^=&]*)=", Pattern.CASE_INSENSITIVE);

  /// @throws ArchiveException naming the invalid setting, without its value
  public PostgresSettings {
    if (!URL.matcher(url).matches()) {
      throw new ArchiveException(
          "dossier.database.url: must have the form jdbc:postgresql://HOST:PORT/NAME", null);
    }
    if (CREDENTIALS.matcher(url).find()) {
      throw new ArchiveException(
          "dossier.database.url: must be without user and password: set dossier.database.user, and %s in the environment"
              .formatted(PASSWORD),
          null);
    }
    if (connections < 1 || connections > 1_000) {
      throw new ArchiveException(
          "dossier.database.connections: must be from 1 to 1000: " + connections, null);
    }
  }

  /// The configured database; empty if the archive is a file.
  public static Optional<PostgresSettings> of(
      DatabaseConfig config, Map<String, String> environment) {
    return config
        .url()
        .map(url ->
            new PostgresSettings(
                url, config.user().orElse(null), environment.get(PASSWORD), config.connections()));
  }

  /// The database for people: the address without parameters.
  String address() {
    var parts = URL.matcher(url);
    return parts.matches() ? parts.group(1) : "";
  }

  @Override
  public String toString() {
    return address();
  }
}
