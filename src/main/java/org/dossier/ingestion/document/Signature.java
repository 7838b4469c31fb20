package org.dossier.ingestion.document;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;
import org.dossier.ingestion.format.RejectedArticleException;

/// The kind of document that the first bytes of a file show, regardless of its name.
final class Signature {
  private static final int BEGINNING = 1024;
  private static final String OLE = "\u00d0\u00cf\u0011\u00e0\u00a1\u00b1\u001a\u00e1";
  private static final Pattern MAIL_HEADER =
      Pattern.compile("^[!-9;-~]{1,76}:[ \\t]?[^\\r\\n]*\\r?\\n");
  private static final String ODT_TYPE = "application/vnd.oasis.opendocument.text";
  private static final String EPUB_TYPE = "application/epub+zip";

  private Signature() {}

  /// Verifies that `file` is of `kind`.
  ///
  /// @throws RejectedArticleException naming the kind that it is of instead
  static void verify(Path file, DocumentKind kind) throws IOException, RejectedArticleException {
    if (Files.size(file) == 0) {
      throw rejected("is empty");
    }
    var start = beginning(file);
    var found = kind(file, start);
    if (found.isPresent() && found.get() != kind) {
      throw rejected(
          "is not %s, but %s; rename it to %s"
              .formatted(kind.label(), found.get().label(), found.get().ending()));
    }
    if (found.isEmpty()) {
      throw rejected(start.startsWith(OLE) ? older(kind) : "is not " + kind.label());
    }
  }

  private static RejectedArticleException rejected(String reason) {
    return new RejectedArticleException(0, null, reason);
  }

  private static String older(DocumentKind kind) {
    return kind == DocumentKind.DOCX
        ? "is encrypted, or a document of an older version of Word; save it as .docx without a"
            + " password"
        : "is not " + kind.label();
  }

  private static String beginning(Path file) throws IOException {
    try (var in = Files.newInputStream(file)) {
      return new String(in.readNBytes(BEGINNING), ISO_8859_1);
    }
  }

  private static Optional<DocumentKind> kind(Path file, String start)
      throws IOException, RejectedArticleException {
    if (start.startsWith("PK\u0003\u0004")) {
      return container(file);
    }
    if (start.contains("%PDF-")) {
      return Optional.of(DocumentKind.PDF);
    }
    if (start.startsWith("{\\rt")) {
      return Optional.of(DocumentKind.RTF);
    }
    if (start.startsWith("From ")) {
      return Optional.of(DocumentKind.MBOX);
    }
    return MAIL_HEADER.matcher(start).lookingAt()
        ? Optional.of(DocumentKind.EML)
        : Optional.empty();
  }

  private static Optional<DocumentKind> container(Path file)
      throws IOException, RejectedArticleException {
    try (var zip = new ZipFile(file.toFile())) {
      if (zip.getEntry("word/document.xml") != null
          || (zip.getEntry("[Content_Types].xml") != null
              && zip.stream().anyMatch(entry -> entry.getName().startsWith("word/")))) {
        return Optional.of(DocumentKind.DOCX);
      }
      var type = zip.getEntry("mimetype");
      if (type == null) {
        return zip.getEntry("META-INF/container.xml") == null
            ? Optional.empty()
            : Optional.of(DocumentKind.EPUB);
      }
      try (var in = zip.getInputStream(type)) {
        return switch (new String(in.readNBytes(100), ISO_8859_1).strip()) {
          case ODT_TYPE -> Optional.of(DocumentKind.ODT);
          case EPUB_TYPE -> Optional.of(DocumentKind.EPUB);
          default -> Optional.empty();
        };
      }
    } catch (ZipException e) {
      throw rejected("is damaged or truncated: " + e.getMessage());
    }
  }
}
