package org.dossier.auth;

/// There is an access token of this name.
public final class NameTakenException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  NameTakenException(String name) {
    super("there is a token ‘%s’ already".formatted(name));
  }
}
