package org.dossier.auth;

/// An access token of this name exists.
public final class NameTakenException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  NameTakenException(String name) {
    super("a token named ‘%s’ already exists".formatted(name));
  }
}
