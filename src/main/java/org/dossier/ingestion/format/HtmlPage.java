package org.dossier.ingestion.format;

import java.util.List;
import java.util.stream.IntStream;
import org.dossier.archive.Article;
import org.dossier.archive.Omissions;
import org.dossier.ingestion.html.HtmlMetadata;
import org.dossier.ingestion.html.PublicationDate;
import org.dossier.ingestion.html.WebPage;

/// A saved web page: metadata of its article, in order of reliability of the sources, and the
/// article's text without the rest of the page.
public final class HtmlPage implements Format {

  @Override
  public Article article(String id, byte[] content) throws RejectedArticleException {
    var html = TextDecoder.html(content);
    var page = WebPage.of(html);
    var article = article(id, page);
    var struck =
        StruckText.find(
            StruckText.markTags(html),
            html,
            article.text(),
            marked -> article(id, WebPage.of(marked)).text());
    var cuts = page.cuts().subList(0, Math.min(page.cuts().size(), Omissions.MAX_CUT));
    return article.withOmissions(new Omissions(struck, cuts));
  }

  private static Article article(String id, WebPage page) throws RejectedArticleException {
    var text = page.text().orElseThrow(() -> new RejectedArticleException(0, "text", reason(page)));
    var title = page.title();
    var plainTextHeader = PlainTextHeader.of(text, title);
    var metadata =
        page.metadata()
            .or(toMetadata(plainTextHeader))
            .or(shownMetadata(page))
            .withShownDay(PublicationDate.dayOrNull(plainTextHeader.published()));
    return new Article(
        id,
        title,
        metadata.publisher(),
        metadata.authors(),
        metadata.url(),
        metadata.language(),
        PublicationDate.dayOrNull(metadata.published()),
        PublicationDate.timeOrNull(metadata.published()),
        false,
        PublicationDate.dayOrNull(metadata.updated()),
        plainTextHeader.text());
  }

  private static String reason(WebPage page) {
    return page.prose() > 0 && page.prose() < WebPage.SHORTEST_STORY
        ? "no article found on the page: its paragraphs have %d characters, fewer than %d"
            .formatted(page.prose(), WebPage.SHORTEST_STORY)
        : "no article found on the page";
  }

  /// The page with the list of its parts that are not the article.
  public static WebPage explain(byte[] content) throws RejectedArticleException {
    return WebPage.of(TextDecoder.html(content));
  }

  /// The authors and the date that the page shows above the text ("By Ada Lowe", "14 May 2024"),
  /// and the name of the paper in its title.
  private static HtmlMetadata shownMetadata(WebPage page) {
    var shown =
        page.head().stream()
            .flatMap(line -> BylineParser.of(line).stream())
            .reduce(BylineParser.NOTHING, BylineParser::merge);
    var authors = shown.authors().isEmpty() ? namesAtTheDate(page.head()) : shown.authors();
    var site = page.site();
    var publisher = site != null && SiteName.matches(site, "") ? site : null;
    return new HtmlMetadata(
        null, publisher, authors, null, null, shown.published(), shown.updated());
  }

  private static List<String> namesAtTheDate(List<String> lines) {
    return IntStream.range(0, lines.size())
        .filter(i -> isDate(lines, i - 1) || isDate(lines, i + 1))
        .mapToObj(i -> BylineParser.bareNames(lines.get(i)))
        .filter(names -> !names.isEmpty())
        .findFirst()
        .orElse(List.of());
  }

  private static boolean isDate(List<String> lines, int i) {
    return i >= 0
        && i < lines.size()
        && BylineParser.of(lines.get(i)).filter(line -> line.published() != null).isPresent();
  }

  /// The unmarked dates and names above the text.
  private static HtmlMetadata toMetadata(PlainTextHeader plainTextHeader) {
    return new HtmlMetadata(
        null,
        plainTextHeader.publisher(),
        plainTextHeader.authors(),
        null,
        null,
        plainTextHeader.dated(),
        plainTextHeader.updated());
  }
}
