package org.dossier.database;

import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// A PostgreSQL database that holds an archive, and how it is connected to. The password goes to
/// the server, nowhere else: neither messages nor [#toString()] tell it.
///
/// @param url such as `jdbc:postgresql://db.example:5432/dossier`, perhaps with parameters of the
///   driver behind a question mark; without credentials
/// @param user who connects; null for the name of who runs the process
/// @param password null for none
/// @param connections how many may read at once
public record PostgresSettings(
    String url, @Nullable String user, @Nullable String password, int connections) {
  /// The environment variable with the password.
  public static final String PASSWORD = "DOSSIER_DATABASE_PASSWORD";

  private static final Pattern URL =
      Pattern.compile("(jdbc:postgresql://[^/?#@\\s]+/[^/?#@\\s]+)(\\?\\S*)?");
  private static final Pattern CREDENTIALS =
      Pattern.compile("[?&](user|[^=&]*password[^=&]*)=", Pattern.CASE_INSENSITIVE);

  /// @throws ArchiveException naming the setting that is wrong, and nothing of what it says
  public PostgresSettings {
    if (!URL.matcher(url).matches()) {
      throw new ArchiveException(
          "dossier.database.url: must be like jdbc:postgresql://HOST:PORT/NAME", null);
    }
    if (CREDENTIALS.matcher(url).find()) {
      throw new ArchiveException(
          "dossier.database.url: must be without user and password: they are given by dossier.database.user, and by %s in the environment"
              .formatted(PASSWORD),
          null);
    }
    if (connections < 1 || connections > 1_000) {
      throw new ArchiveException(
          "dossier.database.connections: must be from 1 to 1000: " + connections, null);
    }
  }

  /// The one that is configured; empty where the archive is a file.
  public static Optional<PostgresSettings> of(
      DatabaseConfig config, Map<String, String> environment) {
    return config
        .url()
        .map(url ->
            new PostgresSettings(
                url, config.user().orElse(null), environment.get(PASSWORD), config.connections()));
  }

  /// Which database it is, for people: the address without parameters.
  String address() {
    var parts = URL.matcher(url);
    return parts.matches() ? parts.group(1) : "";
  }

  @Override
  public String toString() {
    return address();
  }
}
