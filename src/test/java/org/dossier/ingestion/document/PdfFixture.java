package org.dossier.ingestion.document;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Calendar;
import java.util.List;
import java.util.TimeZone;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.encryption.AccessPermission;
import org.apache.pdfbox.pdmodel.encryption.StandardProtectionPolicy;
import org.apache.pdfbox.pdmodel.font.PDType1Font;
import org.apache.pdfbox.pdmodel.font.Standard14Fonts.FontName;

/// Makes PDF documents, page by page. The origin of the positions is the upper left corner.
public final class PdfFixture {
  private static final float HEIGHT = PDRectangle.A4.getHeight();
  private static final PDType1Font REGULAR = new PDType1Font(FontName.TIMES_ROMAN);
  private static final PDType1Font BOLD = new PDType1Font(FontName.TIMES_BOLD);

  private final PDDocument document = new PDDocument();
  private PDPage page = new PDPage(PDRectangle.A4);

  /// Begins a page, empty so far.
  public PdfFixture page() {
    page = new PDPage(PDRectangle.A4);
    document.addPage(page);
    return this;
  }

  public PdfFixture text(float x, float y, float size, String text) {
    return write(x, y, size, REGULAR, text);
  }

  /// A line with the mark of a footnote in it.
  public PdfFixture noted(float x, float y, float size, String before, String mark, String after) {
    float end = x + width(before, size);
    text(x, y, size, before);
    text(end, y - 0.4f * size, 0.6f * size, mark);
    return text(end + width(mark, 0.6f * size), y, size, after);
  }

  public PdfFixture bold(float x, float y, float size, String text) {
    return write(x, y, size, BOLD, text);
  }

  /// Prose of words in lines of at most `width`, with 1.2 lines distance. A word with `|` is
  /// divided there if the line ends in it.
  public PdfFixture prose(float x, float y, float width, float size, String text) {
    float at = y;
    for (var line : lines(width, size, text)) {
      text(x, at, size, line);
      at += 1.2f * size;
    }
    return this;
  }

  /// A page full of `text`, repeated.
  public PdfFixture fullPage(String text) {
    page();
    try (var content = new PDPageContentStream(document, page)) {
      content.beginText();
      content.setFont(REGULAR, 8);
      content.setLeading(9);
      content.newLineAtOffset(40, HEIGHT - 40);
      for (int i = 0; i < 80; i++) {
        content.showText(text);
        content.newLine();
      }
      content.endText();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return this;
  }

  /// Makes the list of pages contain itself.
  public PdfFixture withLoop() {
    var pages = document.getPages().getCOSObject();
    pages.getCOSArray(COSName.KIDS).add(pages);
    return this;
  }

  private static List<String> lines(float width, float size, String text) {
    var lines = new ArrayList<String>();
    var line = new StringBuilder();
    for (var word : text.split(" ", -1)) {
      var parts = word.split("\\|", -1);
      var whole = String.join("", parts);
      var separator = line.isEmpty() ? "" : " ";
      if (width(line + separator + whole, size) <= width) {
        line.append(separator).append(whole);
      } else if (parts.length > 1 && width(line + separator + parts[0] + "-", size) <= width) {
        lines.add(line + separator + parts[0] + "-");
        line.setLength(0);
        line.append(parts[1]);
      } else {
        lines.add(line.toString());
        line.setLength(0);
        line.append(whole);
      }
    }
    lines.add(line.toString());
    return lines;
  }

  private static float width(String text, float size) {
    try {
      return REGULAR.getStringWidth(text) / 1000 * size;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private PdfFixture write(float x, float y, float size, PDType1Font font, String text) {
    try (var content =
        new PDPageContentStream(
            document, page, PDPageContentStream.AppendMode.APPEND, true, true)) {
      content.beginText();
      content.setFont(font, size);
      content.newLineAtOffset(x, HEIGHT - y);
      content.showText(text);
      content.endText();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return this;
  }

  /// Sets the properties of the document.
  public PdfFixture properties(String title, String author, int year, int month, int day) {
    var created = Calendar.getInstance(TimeZone.getTimeZone("UTC"));
    created.set(year, month - 1, day);
    document.getDocumentInformation().setTitle(title);
    document.getDocumentInformation().setAuthor(author);
    document.getDocumentInformation().setCreationDate(created);
    return this;
  }

  public PdfFixture encrypted(String password) {
    try {
      document.protect(new StandardProtectionPolicy("owner", password, new AccessPermission()));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return this;
  }

  public byte[] bytes() {
    try (var out = new ByteArrayOutputStream()) {
      document.save(out);
      document.close();
      return out.toByteArray();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
