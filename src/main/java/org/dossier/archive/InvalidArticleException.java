package org.dossier.archive;

/// An article that cannot be ingested. The message names the invalid field and the limit it
/// violates.
public final class InvalidArticleException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final String field;

  public InvalidArticleException(String field, String message) {
    super(field + ": " + message);
    this.field = field;
  }

  /// The invalid field, by its name in [Article].
  public String field() {
    return field;
  }
}
