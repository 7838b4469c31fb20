package org.dossier.ingestion;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import org.dossier.archive.Article;
import org.dossier.ingestion.document.DocumentLimits;
import org.dossier.ingestion.format.HtmlPage;
import org.dossier.ingestion.format.RejectedArticleException;
import org.dossier.text.Pages;
import org.dossier.text.boilerplate.BoilerplateDetector;
import org.jspecify.annotations.Nullable;

/// The explanation of how a file with one article is read: the metadata, the parts of a page that
/// are cut, each with the reason, and the lines that no passage contains. Nothing is ingested.
///
/// @param accepted false if the file would be rejected
/// @param lines for people, safe to print
public record FileExplanation(boolean accepted, List<String> lines) {
  private static final int MOST_CUTS = 500;

  /// Explains `file`; a file that cannot be read is explained by the reason.
  public static FileExplanation of(
      Path file, IngestionLimits limits, DocumentLimits documentLimits) {
    var name = file.toString();
    try (var readerRegistry = new ReaderRegistry(limits, documentLimits)) {
      var reader = readerRegistry.find(name).orElse(null);
      return switch (reader) {
        case null -> rejected(name, "is not of a supported kind");
        case JsonLinesReader _, FeedReader _ -> rejected(name, "has many articles");
        case WholeFileReader whole -> of(file, whole, limits.fileBytes());
        case DocumentReader document -> of(file, document);
      };
    } catch (IOException e) {
      return rejected(name, "cannot be read: " + e);
    }
  }

  private static FileExplanation of(Path file, WholeFileReader reader, int limit)
      throws IOException {
    long size = Files.size(file);
    var content = size > limit ? new byte[0] : Files.readAllBytes(file);
    var source = new ArticleSource(file, file.toString(), size, reader);
    var result = reader.read(source, new ByteArrayInputStream(content)).next();
    return of(file.toString(), result, content);
  }

  /// The explanation of a document, or of the first message of a mailbox.
  private static FileExplanation of(Path file, DocumentReader reader) throws IOException {
    var source = new ArticleSource(file, file.toString(), Files.size(file), reader);
    var results = reader.read(source, InputStream.nullInputStream());
    return results.hasNext()
        ? of(file.toString(), results.next(), new byte[0])
        : rejected(file.toString(), "has no articles");
  }

  private static FileExplanation of(String name, ReadResult result, byte[] content) {
    var lines = new ArrayList<String>();
    switch (result) {
      case ReadResult.ReadArticle read -> {
        lines.add(PrintablePath.toPrintable(name));
        addMetadata(lines, read.article());
      }
      case Rejection rejection -> lines.add(rejection.toString());
    }
    if (name.toLowerCase(Locale.ROOT).matches("(?s).*\\.x?html?") && content.length > 0) {
      addCuts(lines, content);
    }
    if (result instanceof ReadResult.ReadArticle read) {
      addLinesOutsidePassages(lines, read.article().text());
    }
    return new FileExplanation(result instanceof ReadResult.ReadArticle, List.copyOf(lines));
  }

  private static FileExplanation rejected(String name, String reason) {
    return new FileExplanation(false, List.of(Rejection.of(name, reason).toString()));
  }

  private static void addMetadata(List<String> lines, Article article) {
    add(lines, "title", article.title());
    add(lines, "publisher", article.publisher());
    add(
        lines,
        "authors",
        article.authors().isEmpty() ? null : String.join(", ", article.authors()));
    add(lines, "url", article.url());
    add(lines, "language", article.language());
    add(lines, "published", article.publishedText());
    add(lines, "updated", article.updated());
    add(lines, "text", "%,d characters".formatted(article.text().length()));
    addPages(lines, article.text());
  }

  private static void addPages(List<String> lines, String text) {
    if (Pages.hasSeveral(text)) {
      var pages = text.split(String.valueOf(Pages.BREAK), -1);
      var empty =
          IntStream.range(0, pages.length)
              .filter(page -> pages[page].isBlank())
              .mapToObj(page -> String.valueOf(page + 1))
              .toList();
      add(lines, "pages", pages.length);
      add(
          lines,
          "pages without text (scanned or empty)",
          empty.isEmpty() ? null : String.join(", ", empty));
    }
  }

  private static void addCuts(List<String> lines, byte[] content) {
    try {
      var cuts = HtmlPage.explain(content).cuts();
      cuts.stream()
          .limit(MOST_CUTS)
          .forEach(
              cut -> add(lines, "cut", cut.element() + " (" + cut.reason() + "): " + cut.text()));
      if (cuts.size() > MOST_CUTS) {
        add(lines, "cut", "%,d further parts".formatted(cuts.size() - MOST_CUTS));
      }
    } catch (RejectedArticleException e) {
      // The rejection is in the first line.
    }
  }

  private static void addLinesOutsidePassages(List<String> lines, String text) {
    BoilerplateDetector.detect(text).stream()
        .limit(MOST_CUTS)
        .forEach(line -> add(lines, "in no passage", text.substring(line.start(), line.end())));
  }

  private static void add(List<String> lines, String name, @Nullable Object value) {
    if (value != null) {
      var words = value.toString().replaceAll("\\s+", " ");
      lines.add("  " + name + ": " + PrintablePath.toPrintable(words));
    }
  }
}
