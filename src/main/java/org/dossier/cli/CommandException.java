package org.dossier.cli;

import org.jspecify.annotations.Nullable;

/// The failure of a command; the message gives the user the reason.
public final class CommandException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  public CommandException(String message) {
    this(message, null);
  }

  public CommandException(String message, @Nullable Throwable cause) {
    super(message, cause);
  }
}
