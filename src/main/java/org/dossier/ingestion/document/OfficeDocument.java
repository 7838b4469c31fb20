package org.dossier.ingestion.document;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.Date;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.apache.poi.openxml4j.util.ZipSecureFile;
import org.apache.tika.exception.EncryptedDocumentException;
import org.apache.tika.exception.TikaException;
import org.apache.tika.exception.WriteLimitReachedException;
import org.apache.tika.extractor.EmbeddedDocumentExtractor;
import org.apache.tika.io.TikaInputStream;
import org.apache.tika.metadata.Metadata;
import org.apache.tika.metadata.TikaCoreProperties;
import org.apache.tika.parser.EmptyParser;
import org.apache.tika.parser.ParseContext;
import org.apache.tika.parser.Parser;
import org.apache.tika.parser.epub.EpubParser;
import org.apache.tika.parser.microsoft.OfficeParserConfig;
import org.apache.tika.parser.microsoft.ooxml.OOXMLParser;
import org.apache.tika.parser.microsoft.rtf.RTFParser;
import org.apache.tika.parser.odf.OpenDocumentParser;
import org.apache.tika.sax.SecureContentHandler;
import org.apache.tika.sax.ToHTMLContentHandler;
import org.apache.tika.sax.WriteOutContentHandler;
import org.dossier.archive.Article;
import org.dossier.ingestion.format.DocumentArticle;
import org.dossier.ingestion.format.RejectedArticleException;
import org.dossier.ingestion.html.HtmlFragment;
import org.dossier.ingestion.html.HtmlMetadata;
import org.dossier.ingestion.html.PublicationDateParser;
import org.jsoup.Jsoup;
import org.jspecify.annotations.Nullable;
import org.xml.sax.ContentHandler;
import org.xml.sax.SAXException;

/// A document without fixed pages: Word, OpenDocument, RTF, EPUB. Tika converts it to HTML, which
/// is read like any HTML, so that lists, tables, quotations and struck-out text mean the same in
/// every format. Headers and footers, comments, deleted text and embedded files are left out.
final class OfficeDocument {
  private static final int MAX_CHARACTERS = 2_000_000;

  /// The maximum size of a part of the document, uncompressed.
  private static final long MAX_PART_BYTES = 200_000_000;

  private OfficeDocument() {}

  static Article read(String id, Path file, DocumentKind kind)
      throws IOException, RejectedArticleException {
    var metadata = new Metadata();
    var html = html(file, kind, metadata);
    var text = HtmlFragment.document(html);
    if (text.isBlank()) {
      throw new RejectedArticleException(0, "text", "has no text");
    }
    boolean book = kind == DocumentKind.EPUB;
    return DocumentArticle.of(
        id,
        book ? stated(metadata) : new HtmlMetadata(null, null, List.of(), null, null, null, null),
        book ? DocumentArticle.Properties.NONE : properties(metadata, headline(html)),
        text);
  }

  private static String html(Path file, DocumentKind kind, Metadata metadata)
      throws IOException, RejectedArticleException {
    ZipSecureFile.setMaxEntrySize(MAX_PART_BYTES);
    ZipSecureFile.setMaxTextSize(MAX_PART_BYTES);
    var html = new ToHTMLContentHandler();
    try (var in = TikaInputStream.get(file)) {
      var secure = new SecureContentHandler(new WriteOutContentHandler(html, MAX_CHARACTERS), in);
      try {
        parser(kind).parse(in, secure, metadata, context());
      } catch (SAXException e) {
        secure.throwIfCauseOf(e);
        throw e;
      }
    } catch (EncryptedDocumentException e) {
      throw rejected("is encrypted; save it without a password");
    } catch (TikaException | SAXException e) {
      throw rejected(reason(e));
    }
    return html.toString();
  }

  private static Parser parser(DocumentKind kind) {
    return switch (kind) {
      case DOCX -> new OOXMLParser();
      case ODT -> new OpenDocumentParser();
      case RTF -> new RTFParser();
      case EPUB -> new EpubParser();
      case PDF, EML, MBOX -> throw new IllegalArgumentException(kind.label());
    };
  }

  private static ParseContext context() {
    var config = new OfficeParserConfig();
    config.setUseSAXDocxExtractor(true);
    config.setIncludeHeadersAndFooters(false);
    config.setIncludeDeletedContent(false);
    config.setIncludeMoveFromContent(false);
    config.setExtractMacros(false);
    var context = new ParseContext();
    context.set(OfficeParserConfig.class, config);
    context.set(EmbeddedDocumentExtractor.class, new NoEmbeddedDocuments());
    context.set(Parser.class, new EmptyParser());
    return context;
  }

  private static RejectedArticleException rejected(String reason) {
    return new RejectedArticleException(0, null, reason);
  }

  private static String reason(Exception e) {
    if (WriteLimitReachedException.isWriteLimitReached(e)) {
      return String.format(
          Locale.ROOT, "has more than %,d characters; split the document", MAX_CHARACTERS);
    }
    for (Throwable cause = e; cause != null; cause = cause.getCause()) {
      var message = String.valueOf(cause.getMessage()).toLowerCase(Locale.ROOT);
      if (message.contains("zip bomb") || message.contains("max length")) {
        return "is compressed so much that it may be an attack (“zip bomb”)";
      }
    }
    return "cannot be read: it is damaged or truncated";
  }

  /// The metadata of a book, which its publisher states.
  private static HtmlMetadata stated(Metadata metadata) {
    return new HtmlMetadata(
        metadata.get(TikaCoreProperties.TITLE),
        metadata.get(TikaCoreProperties.PUBLISHER),
        authors(metadata),
        null,
        metadata.get(TikaCoreProperties.LANGUAGE),
        Optional.ofNullable(metadata.get(TikaCoreProperties.CREATED))
            .flatMap(PublicationDateParser::find)
            .orElse(null),
        null);
  }

  private static DocumentArticle.Properties properties(
      Metadata metadata, @Nullable String headline) {
    return new DocumentArticle.Properties(
        metadata.get(TikaCoreProperties.TITLE),
        authors(metadata),
        day(metadata.getDate(TikaCoreProperties.CREATED)),
        headline);
  }

  private static List<String> authors(Metadata metadata) {
    return Arrays.stream(metadata.getValues(TikaCoreProperties.CREATOR))
        .flatMap(names -> Arrays.stream(names.split("\\s*[;,]\\s*", -1)))
        .filter(name -> !name.isBlank())
        .toList();
  }

  private static @Nullable LocalDate day(@Nullable Date date) {
    return date == null ? null : LocalDate.ofInstant(date.toInstant(), ZoneOffset.UTC);
  }

  /// The first heading, or the paragraph in the style of a title.
  private static @Nullable String headline(String html) {
    var heading = Jsoup.parse(html).selectFirst("h1, p[class~=(?i)^title$]");
    return heading == null || heading.text().isBlank() ? null : heading.text();
  }

  /// Files in a document are not read.
  private static final class NoEmbeddedDocuments implements EmbeddedDocumentExtractor {
    @Override
    public boolean shouldParseEmbedded(Metadata metadata) {
      return false;
    }

    @Override
    public void parseEmbedded(
        InputStream in, ContentHandler handler, Metadata metadata, boolean outputHtml) {}
  }
}
