package org.dossier.slack.event;

import org.jspecify.annotations.Nullable;

/// What was sent is not what Slack sends; the message says what is wrong with it.
public final class MalformedPayloadException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  MalformedPayloadException(String message, @Nullable Throwable cause) {
    super(message, cause);
  }
}
