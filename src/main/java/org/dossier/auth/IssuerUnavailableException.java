package org.dossier.auth;

import org.jspecify.annotations.Nullable;

/// The issuer's signing keys cannot be fetched.
final class IssuerUnavailableException extends Exception {
  private static final long serialVersionUID = 1L;

  IssuerUnavailableException(String message, @Nullable Throwable cause) {
    super(message, cause);
  }
}
