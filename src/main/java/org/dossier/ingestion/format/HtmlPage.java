package org.dossier.ingestion.format;

import org.dossier.archive.Article;
import org.dossier.ingestion.html.HtmlBoilerplateRemover;
import org.dossier.ingestion.html.HtmlMetadata;
import org.dossier.ingestion.html.HtmlMetadataTags;
import org.dossier.ingestion.html.JsonLd;
import org.dossier.ingestion.html.MainContentExtractor;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;

/// A saved web page: metadata of its article, in order of reliability of the sources, and the
/// article's text without the rest of the page.
public final class HtmlPage implements Format {

  @Override
  public Article article(String id, byte[] content) throws RejectedArticleException {
    var page = Jsoup.parse(TextDecoder.html(content));
    var metadata = metadata(page);
    HtmlBoilerplateRemover.removeFrom(page.body());
    var text =
        MainContentExtractor.of(page.body())
            .orElseThrow(
                () -> new RejectedArticleException(0, "text", "no article found on the page"));
    var title = HtmlMetadataTags.withoutSite(metadata.title(), metadata.publisher());
    var plainTextHeader = PlainTextHeader.of(text, title);
    metadata = metadata.or(toMetadata(plainTextHeader));
    return new Article(
        id,
        title,
        metadata.publisher(),
        metadata.authors(),
        metadata.url(),
        metadata.language(),
        metadata.published(),
        false,
        metadata.updated(),
        plainTextHeader.text());
  }

  private static HtmlMetadata metadata(Document page) {
    var tags = new HtmlMetadataTags(page);
    return JsonLd.of(page)
        .or(tags.article())
        .or(tags.openGraph())
        .or(tags.names())
        .or(tags.times())
        .or(tags.basics());
  }

  /// The unmarked dates and names above the text.
  private static HtmlMetadata toMetadata(PlainTextHeader plainTextHeader) {
    return new HtmlMetadata(
        null,
        plainTextHeader.publisher(),
        plainTextHeader.authors(),
        null,
        null,
        plainTextHeader.published(),
        plainTextHeader.updated());
  }
}
