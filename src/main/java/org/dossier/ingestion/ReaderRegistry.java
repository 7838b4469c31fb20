package org.dossier.ingestion;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.dossier.ingestion.document.DocumentKind;
import org.dossier.ingestion.document.DocumentLimits;
import org.dossier.ingestion.document.DocumentProcess;
import org.dossier.ingestion.format.HtmlPage;
import org.dossier.ingestion.format.Markdown;
import org.dossier.ingestion.format.PlainText;

/// The readers by file name extension. To add a kind of file, add its extensions here. Closing it
/// ends the process that reads documents.
final class ReaderRegistry implements AutoCloseable {
  private static final String ENDINGS =
      String.join(
          " ",
          new ReaderRegistry(IngestionLimits.DEFAULT, DocumentLimits.DEFAULT).byEnding.keySet());

  private final Map<String, ArticleReader> byEnding;
  private final DocumentProcess documentProcess;

  ReaderRegistry(IngestionLimits limits, DocumentLimits documentLimits) {
    documentProcess = new DocumentProcess(documentLimits);
    var markdown = new WholeFileReader(new Markdown(), limits);
    var text = new WholeFileReader(new PlainText(), limits);
    var html = new WholeFileReader(new HtmlPage(), limits);
    var lines = new JsonLinesReader(false, limits);
    var zipped = new JsonLinesReader(true, limits);
    var table = new LinkedHashMap<String, ArticleReader>();
    table.put(".md", markdown);
    table.put(".markdown", markdown);
    table.put(".txt", text);
    table.put(".text", text);
    table.put(".html", html);
    table.put(".htm", html);
    table.put(".xhtml", html);
    table.put(".jsonl", lines);
    table.put(".ndjson", lines);
    table.put(".jsonl.gz", zipped);
    table.put(".ndjson.gz", zipped);
    var feed = new FeedReader(limits);
    table.put(".rss", feed);
    table.put(".atom", feed);
    table.put(".xml", feed);
    for (var kind : DocumentKind.values()) {
      table.put(kind.ending(), new DocumentReader(kind, documentProcess, documentLimits));
    }
    byEnding = Collections.unmodifiableMap(table);
  }

  /// The reader for a file of this name; empty if its extension is unknown.
  Optional<ArticleReader> find(String fileName) {
    return ending(fileName).map(byEnding::get);
  }

  String withoutEnding(String path) {
    return path.substring(0, path.length() - ending(path).map(String::length).orElse(0));
  }

  /// All known extensions, for people.
  static String endings() {
    return ENDINGS;
  }

  @Override
  public void close() {
    documentProcess.close();
  }

  private Optional<String> ending(String path) {
    var lower = path.toLowerCase(Locale.ROOT);
    return byEnding.keySet().stream().filter(lower::endsWith).findFirst();
  }
}
