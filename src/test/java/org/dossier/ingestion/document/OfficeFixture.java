package org.dossier.ingestion.document;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/// Makes Word, OpenDocument and EPUB files.
public final class OfficeFixture {
  private static final String PROLOG = "<?xml version='1.0' encoding='UTF-8'?>";
  private static final String RELATIONSHIPS =
      "http://schemas.openxmlformats.org/package/2006/relationships";
  private static final String OFFICE =
      "http://schemas.openxmlformats.org/officeDocument/2006/relationships";

  private OfficeFixture() {}

  /// A Word document.
  ///
  /// @param body the content of `w:body`
  /// @param core the content of the core properties
  public static byte[] docx(String body, String core) {
    return docx(
        PROLOG
            + "<w:document"
            + " xmlns:w='http://schemas.openxmlformats.org/wordprocessingml/2006/main'><w:body>"
            + body
            + "</w:body></w:document>",
        core.getBytes(UTF_8));
  }

  private static byte[] docx(String document, byte[] core) {
    return zip(
        "[Content_Types].xml",
        PROLOG
            + "<Types xmlns='http://schemas.openxmlformats.org/package/2006/content-types'><Default"
            + " Extension='rels'"
            + " ContentType='application/vnd.openxmlformats-package.relationships+xml'/><Default"
            + " Extension='xml' ContentType='application/xml'/><Override"
            + " PartName='/word/document.xml'"
            + " ContentType='application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml'/><Override"
            + " PartName='/docProps/core.xml'"
            + " ContentType='application/vnd.openxmlformats-package.core-properties+xml'/></Types>",
        "_rels/.rels",
        PROLOG
            + "<Relationships xmlns='"
            + RELATIONSHIPS
            + "'><Relationship Id='r1' Type='"
            + OFFICE
            + "/officeDocument' Target='word/document.xml'/>"
            + "<Relationship Id='r2' Type='"
            + RELATIONSHIPS
            + "/metadata/core-properties' Target='docProps/core.xml'/></Relationships>",
        "docProps/core.xml",
        PROLOG
            + "<cp:coreProperties"
            + " xmlns:cp='http://schemas.openxmlformats.org/package/2006/metadata/core-properties'"
            + " xmlns:dc='http://purl.org/dc/elements/1.1/'"
            + " xmlns:dcterms='http://purl.org/dc/terms/'"
            + " xmlns:xsi='http://www.w3.org/2001/XMLSchema-instance'>"
            + new String(core, UTF_8)
            + "</cp:coreProperties>",
        "word/document.xml",
        document);
  }

  /// A paragraph of a Word document.
  public static String paragraph(String text) {
    return "<w:p><w:r><w:t xml:space='preserve'>" + text + "</w:t></w:r></w:p>";
  }

  /// @param body the content of `office:text`
  public static byte[] odt(String body, String meta) {
    var names =
        " xmlns:office='urn:oasis:names:tc:opendocument:xmlns:office:1.0'"
            + " xmlns:text='urn:oasis:names:tc:opendocument:xmlns:text:1.0'"
            + " xmlns:meta='urn:oasis:names:tc:opendocument:xmlns:meta:1.0'"
            + " xmlns:dc='http://purl.org/dc/elements/1.1/'";
    return zip(
        "mimetype",
        "application/vnd.oasis.opendocument.text",
        "META-INF/manifest.xml",
        PROLOG
            + "<manifest:manifest"
            + " xmlns:manifest='urn:oasis:names:tc:opendocument:xmlns:manifest:1.0'/>",
        "meta.xml",
        PROLOG
            + "<office:document-meta"
            + names
            + "><office:meta>"
            + meta
            + "</office:meta></office:document-meta>",
        "content.xml",
        PROLOG
            + "<office:document-content"
            + names
            + "><office:body><office:text>"
            + body
            + "</office:text></office:body></office:document-content>");
  }

  /// @param chapters the content of `body` of each chapter
  public static byte[] epub(String metadata, String... chapters) {
    var manifest = new StringBuilder();
    var spine = new StringBuilder();
    var entries = new String[6 + 2 * chapters.length];
    for (int i = 0; i < chapters.length; i++) {
      manifest.append(
          "<item id='c" + i + "' href='c" + i + ".xhtml' media-type='application/xhtml+xml'/>");
      spine.append("<itemref idref='c" + i + "'/>");
      entries[6 + 2 * i] = "c" + i + ".xhtml";
      entries[7 + 2 * i] =
          chapters[i].startsWith("<?xml")
              ? chapters[i]
              : PROLOG
                  + "<html xmlns='http://www.w3.org/1999/xhtml'><head><title>x</title></head><body>"
                  + chapters[i]
                  + "</body></html>";
    }
    entries[0] = "mimetype";
    entries[1] = "application/epub+zip";
    entries[2] = "META-INF/container.xml";
    entries[3] =
        PROLOG
            + "<container version='1.0'"
            + " xmlns='urn:oasis:names:tc:opendocument:xmlns:container'><rootfiles><rootfile"
            + " full-path='content.opf'"
            + " media-type='application/oebps-package+xml'/></rootfiles></container>";
    entries[4] = "content.opf";
    entries[5] =
        PROLOG
            + "<package xmlns='http://www.idpf.org/2007/opf' version='3.0'><metadata"
            + " xmlns:dc='http://purl.org/dc/elements/1.1/'>"
            + metadata
            + "</metadata><manifest>"
            + manifest
            + "</manifest><spine>"
            + spine
            + "</spine></package>";
    return zip(entries);
  }

  /// @param entries alternately a name and its content
  static byte[] zip(String... entries) {
    var out = new ByteArrayOutputStream();
    try (var zip = new ZipOutputStream(out)) {
      for (int i = 0; i < entries.length; i += 2) {
        var content = entries[i + 1].getBytes(UTF_8);
        var entry = new ZipEntry(entries[i]);
        if (entries[i].equals("mimetype")) {
          var sum = new CRC32();
          sum.update(content);
          entry.setMethod(ZipEntry.STORED);
          entry.setSize(content.length);
          entry.setCrc(sum.getValue());
        }
        zip.putNextEntry(entry);
        zip.write(content);
        zip.closeEntry();
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return out.toByteArray();
  }
}
