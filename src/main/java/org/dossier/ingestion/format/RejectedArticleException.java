package org.dossier.ingestion.format;

import org.dossier.archive.InvalidArticleException;
import org.jspecify.annotations.Nullable;

/// A rejection of one article, without the file's name; it becomes a [Rejection] once that name is
/// known.
public final class RejectedArticleException extends Exception {
  private static final long serialVersionUID = 1L;

  private final int line;
  private final @Nullable String field;
  private final String reason;

  public RejectedArticleException(int line, @Nullable String field, String reason) {
    super(reason);
    this.line = line;
    this.field = field;
    this.reason = reason;
  }

  /// The rejection of an article at `line` that violates a rule of the archive.
  public static RejectedArticleException of(InvalidArticleException broken, int line) {
    var message = String.valueOf(broken.getMessage());
    var prefix = broken.field() + ": ";
    return new RejectedArticleException(
        line,
        broken.field(),
        message.startsWith(prefix) ? message.substring(prefix.length()) : message);
  }

  public int line() {
    return line;
  }

  public @Nullable String field() {
    return field;
  }

  public String reason() {
    return reason;
  }
}
