package org.dossier.web.request;

import org.dossier.chat.conversation.ClientSecret;
import org.dossier.web.problem.ProblemException;
import org.dossier.web.problem.ProblemType;
import org.jspecify.annotations.Nullable;

/// Reads the key by which a client is known.
public final class ClientKeyHeader {
  public static final String HEADER = "Dossier-Client";

  private ClientKeyHeader() {}

  /// @param header as it was sent; null where it was not
  /// @throws ProblemException if it is no key
  public static @Nullable ClientSecret optional(@Nullable String header) {
    return header == null ? null : required(header);
  }

  /// @throws ProblemException if it is missing, or no key
  public static ClientSecret required(@Nullable String header) {
    if (header == null || !ClientSecret.isOne(header)) {
      throw ProblemException.of(
              ProblemType.INVALID_PARAMETER,
              HEADER
                  + ": must be a secret of the client's own: 22 to 128 letters, digits, - and _,"
                  + " made from 128 random bits")
          .withField(HEADER);
    }
    return new ClientSecret(header);
  }
}
