package org.dossier.intake;

import org.dossier.corpus.Article;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;

/// A saved web page: what it says about its article, in the order in which that can be trusted, and
/// the article's words without the page around them.
final class HtmlPage implements Format {

  @Override
  public Article article(String id, byte[] content) throws RefusedException {
    var page = Jsoup.parse(Decoding.html(content));
    var said = metadata(page);
    PageFurniture.removeFrom(page.body());
    var text =
        MainText.of(page.body())
            .orElseThrow(() -> new RefusedException(0, "text", "no article found on the page"));
    var title = PageTags.withoutSite(said.title(), said.publisher());
    var header = Header.of(text, title);
    said = said.or(in(header));
    return new Article(
        id,
        title,
        said.publisher(),
        said.authors(),
        said.url(),
        said.language(),
        said.published(),
        false,
        said.updated(),
        header.text());
  }

  private static PageMetadata metadata(Document page) {
    var tags = new PageTags(page);
    return JsonLd.of(page)
        .or(tags.article())
        .or(tags.openGraph())
        .or(tags.names())
        .or(tags.times())
        .or(tags.basics());
  }

  /// The dates and names above the text that no tag marks.
  private static PageMetadata in(Header header) {
    return new PageMetadata(
        null,
        header.publisher(),
        header.authors(),
        null,
        null,
        header.published(),
        header.updated());
  }
}
