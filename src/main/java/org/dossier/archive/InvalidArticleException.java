package org.dossier.archive;

/// An article that cannot be taken in: names the field at fault and the limit it breaks.
public final class InvalidArticleException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final String field;

  public InvalidArticleException(String field, String message) {
    super(field + ": " + message);
    this.field = field;
  }

  /// The field at fault, by its name in [Article].
  public String field() {
    return field;
  }
}
