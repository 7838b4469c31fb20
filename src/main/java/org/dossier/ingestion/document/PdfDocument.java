package org.dossier.ingestion.document;

import java.io.IOException;
import java.io.Writer;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Calendar;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.encryption.InvalidPasswordException;
import org.dossier.archive.Article;
import org.dossier.ingestion.document.PageParagraphs.Paragraph;
import org.dossier.ingestion.document.RunningLines.Page;
import org.dossier.ingestion.format.DocumentArticle;
import org.dossier.ingestion.format.RejectedArticleException;
import org.dossier.ingestion.html.HtmlMetadata;
import org.jspecify.annotations.Nullable;

/// A PDF document: one article, whose text has page breaks ([org.dossier.text.Pages]).
final class PdfDocument {
  private static final HtmlMetadata NOTHING =
      new HtmlMetadata(null, null, List.of(), null, null, null, null);
  private static final float HEADLINE_SIZE = 1.2f;
  private static final int SHORTEST_HEADLINE = 8;
  private static final int LONGEST_HEADLINE = 250;

  private PdfDocument() {}

  static Article read(String id, Path file) throws IOException, RejectedArticleException {
    try (var document = Loader.loadPDF(file.toFile())) {
      var pages = pages(document);
      var cleaned = RunningLines.removeFrom(pages);
      if (cleaned.stream().allMatch(page -> page.rows().isEmpty())) {
        throw withoutText(document);
      }
      var lower =
          cleaned.stream()
              .flatMap(page -> page.rows().stream())
              .map(TextRow::text)
              .collect(Collectors.joining("\n"))
              .toLowerCase(Locale.ROOT);
      var paragraphs = cleaned.stream().map(page -> PageParagraphs.of(page.rows(), lower)).toList();
      return DocumentArticle.of(
          id,
          NOTHING,
          properties(document, headline(paragraphs)),
          PagedText.join(paragraphs, lower));
    } catch (InvalidPasswordException e) {
      throw new RejectedArticleException(
          0, null, "is encrypted with a password; save it without one");
    }
  }

  private static List<Page> pages(PDDocument document)
      throws IOException, RejectedArticleException {
    var glyphs = new PageGlyphs(document.getNumberOfPages());
    glyphs.writeText(document, Writer.nullWriter());
    if (glyphs.isTooLong()) {
      throw new RejectedArticleException(
          0,
          "text",
          String.format(
              Locale.ROOT,
              "has more than %,d characters, reached on page %,d of %,d; split the document",
              PageGlyphs.MAX_CHARACTERS,
              glyphs.pages().size(),
              document.getNumberOfPages()));
    }
    return glyphs.pages();
  }

  private static RejectedArticleException withoutText(PDDocument document) {
    int pages = document.getNumberOfPages();
    var count =
        pages == 1 ? "its only page" : String.format(Locale.ROOT, "any of its %,d pages", pages);
    return new RejectedArticleException(
        0,
        "text",
        "has no text on %s; it is scanned or empty: run text recognition (OCR) on it first"
            .formatted(count));
  }

  /// The largest text on the first page that has text.
  private static @Nullable String headline(List<List<Paragraph>> pages) {
    var first = pages.stream().filter(page -> !page.isEmpty()).findFirst().orElse(List.of());
    Paragraph longest = first.getFirst();
    Paragraph largest = first.getFirst();
    for (var paragraph : first) {
      longest = paragraph.text().length() > longest.text().length() ? paragraph : longest;
      boolean titled =
          paragraph.text().length() >= SHORTEST_HEADLINE
              && paragraph.text().length() <= LONGEST_HEADLINE;
      largest = titled && paragraph.size() > largest.size() ? paragraph : largest;
    }
    boolean larger = largest.size() >= HEADLINE_SIZE * longest.size();
    return larger && largest.text().length() <= LONGEST_HEADLINE ? largest.text() : null;
  }

  private static DocumentArticle.Properties properties(
      PDDocument document, @Nullable String headline) {
    var information = document.getDocumentInformation();
    var author = information.getAuthor();
    return new DocumentArticle.Properties(
        information.getTitle(),
        author == null ? List.of() : List.of(author.split("\\s*(?:;|,| and )\\s*", -1)),
        day(information.getCreationDate()),
        headline);
  }

  private static @Nullable LocalDate day(@Nullable Calendar calendar) {
    return calendar == null
        ? null
        : LocalDate.ofInstant(calendar.toInstant(), calendar.getTimeZone().toZoneId());
  }
}
