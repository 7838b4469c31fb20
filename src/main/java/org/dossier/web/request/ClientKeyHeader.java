package org.dossier.web.request;

import org.dossier.chat.conversation.ClientSecret;
import org.dossier.web.problem.ProblemException;
import org.dossier.web.problem.ProblemType;
import org.jspecify.annotations.Nullable;

/// Reads the `Dossier-Client` header: the secret that identifies a client.
public final class ClientKeyHeader {
  public static final String HEADER = "Dossier-Client";

  private ClientKeyHeader() {}

  /// @param header the header value; `null` if absent
  /// @throws ProblemException if it is not a valid key
  public static @Nullable ClientSecret optional(@Nullable String header) {
    return header == null ? null : required(header);
  }

  /// @throws ProblemException if it is missing, or not a valid key
  public static ClientSecret required(@Nullable String header) {
    if (header == null || !ClientSecret.isValid(header)) {
      throw ProblemException.of(
              ProblemType.INVALID_PARAMETER,
              HEADER
                  + ": must be a secret that the client generates: 22 to 128 letters, digits, - and _,"
                  + " from at least 128 random bits")
          .withField(HEADER);
    }
    return new ClientSecret(header);
  }
}
