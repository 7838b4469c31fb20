package org.dossier.auth;

/// An access token of this name exists.
public final class NameTakenException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  NameTakenException(String name) {
    super("there is a token ‘%s’ already".formatted(name));
  }
}
