package org.dossier.cli;

import org.jspecify.annotations.Nullable;

/// A command cannot be carried out; the message tells a person why.
public final class CommandException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  public CommandException(String message) {
    this(message, null);
  }

  public CommandException(String message, @Nullable Throwable cause) {
    super(message, cause);
  }
}
