package org.dossier.slack.event;

import org.jspecify.annotations.Nullable;

/// A payload is not in the format that Slack sends. The message states the problem.
public final class MalformedPayloadException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  MalformedPayloadException(String message, @Nullable Throwable cause) {
    super(message, cause);
  }
}
