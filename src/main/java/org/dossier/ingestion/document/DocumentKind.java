package org.dossier.ingestion.document;

import java.util.Locale;
import java.util.Optional;

/// A kind of document.
public enum DocumentKind {
  PDF("a PDF document"),
  DOCX("a Word document"),
  ODT("an OpenDocument text"),
  RTF("an RTF document"),
  EPUB("an EPUB book"),
  EML("an e-mail message"),
  MBOX("a mailbox");

  private final String label;

  DocumentKind(String label) {
    this.label = label;
  }

  /// The extension of file names, such as `.pdf`.
  public String ending() {
    return "." + name().toLowerCase(Locale.ROOT);
  }

  /// The kind by its name for people: "a PDF document".
  String label() {
    return label;
  }

  /// The kind of a file with this name; empty if it is no document.
  public static Optional<DocumentKind> of(String fileName) {
    var lower = fileName.toLowerCase(Locale.ROOT);
    for (var kind : values()) {
      if (lower.endsWith(kind.ending())) {
        return Optional.of(kind);
      }
    }
    return Optional.empty();
  }
}
