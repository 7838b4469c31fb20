package org.dossier.link;

import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.Startup;
import jakarta.inject.Singleton;
import java.net.URI;
import java.util.Locale;
import java.util.Optional;
import org.dossier.auth.InvalidSettingException;

/// The public address of this server, if one is configured. Links on all surfaces begin with it.
@Singleton
public final class PublicUrl {
  private final Optional<String> base;

  /// @throws InvalidSettingException if the configured address is not a web address
  public PublicUrl(PublicUrlConfig config) {
    this.base = config.publicUrl().map(PublicUrl::checked);
  }

  /// Makes an invalid address fail the startup.
  void readConfiguration(@Observes Startup event) {}

  /// The address without a slash at its end; empty if none is configured.
  public Optional<String> base() {
    return base;
  }

  private static String checked(URI url) {
    var scheme = String.valueOf(url.getScheme()).toLowerCase(Locale.ROOT);
    boolean isWeb = (scheme.equals("http") || scheme.equals("https")) && url.getHost() != null;
    if (!isWeb || url.getQuery() != null || url.getFragment() != null) {
      throw new InvalidSettingException(
          "dossier.public-url",
          "“%s” is not a web address such as https://archive.example".formatted(url));
    }
    return url.toString().replaceFirst("/+$", "");
  }
}
