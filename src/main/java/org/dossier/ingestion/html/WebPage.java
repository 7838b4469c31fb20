package org.dossier.ingestion.html;

import java.util.List;
import java.util.Optional;
import org.dossier.archive.Omissions;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jspecify.annotations.Nullable;

/// The story of a saved web page.
///
/// @param title without the trailing name of the site
/// @param metadata from the page's own statements on this story
/// @param site the last part of the page's title behind the heading, perhaps the name of the site;
///   `null` if it has no such part
/// @param head the short lines that the page shows between the heading and the text, among which
///   author and date may be; empty if the metadata state both
/// @param text the story's text; empty if the page has none
/// @param prose the number of characters in paragraphs on a page without a text; otherwise 0
/// @param cuts the parts of the page that were left out, in the order of their removal
public record WebPage(
    @Nullable String title,
    HtmlMetadata metadata,
    @Nullable String site,
    List<String> head,
    Optional<String> text,
    long prose,
    List<Omissions.Cut> cuts) {

  /// The least number of characters in the paragraphs of a story.
  public static final int SHORTEST_STORY = MainContentExtractor.SHORTEST_ARTICLE;

  /// Reads the story in the markup `html`.
  public static WebPage of(String html) {
    var cuts = new Cuts();
    var page = Jsoup.parse(html);
    var body = page.body();
    showTextWithoutScripts(body);
    var identity = StoryIdentity.of(page);
    var heading = identity.heading(body).orElse(null);
    var description = JsonLd.of(page);
    OtherStories.removeFrom(body, identity, heading, description.isLive(identity, heading), cuts);
    var metadata = metadata(page, description.metadata(identity, heading), heading);
    var site = new HtmlMetadataTags(page, heading).siteInTitle();
    boolean complete = !metadata.authors().isEmpty() && metadata.published() != null;
    List<String> head = complete ? List.of() : ShownByline.find(heading);
    HtmlBoilerplateRemover.removeFrom(body, heading, cuts);
    DataTables.rewrite(body);
    var text =
        MainContentExtractor.of(body, heading)
            .or(() -> description.body(identity, heading).map(WebPage::plain))
            .filter(t -> !t.isBlank());
    var title =
        identity
            .shownTitle(metadata.title(), page.title(), heading)
            .orElse(HtmlMetadataTags.withoutSite(metadata.title(), metadata.publisher()));
    long prose = text.isPresent() ? 0 : MainContentExtractor.countProse(body);
    return new WebPage(title, metadata, site, head, text, prose, cuts.list());
  }

  /// Shows what browsers without scripts show, if the page has no other text.
  private static void showTextWithoutScripts(Element body) {
    // A nested one would repeat its text.
    var alternatives = body.select("noscript:not(noscript noscript)");
    var text = alternatives.text();
    if (text.length() >= SHORTEST_STORY
        && body.text().length() - text.length() < SHORTEST_STORY
        && !text.contains("JavaScript")) {
      alternatives.unwrap();
    }
  }

  private static HtmlMetadata metadata(
      Document page, HtmlMetadata described, @Nullable Element heading) {
    var metas = new MetaTags(page);
    var tags = new HtmlMetadataTags(page, heading);
    return described
        .or(metas.article())
        .or(metas.openGraph())
        .or(metas.names())
        .or(tags.times())
        .or(tags.basics())
        .withShownDay(tags.shownDay());
  }

  /// The text in a description, which may be marked up.
  private static String plain(String body) {
    if (body.indexOf('<') < 0) {
      return body.strip();
    }
    return HtmlTextBlocks.join(HtmlTextBlocks.of(Jsoup.parse(body).body()));
  }
}
