package org.dossier.ingestion.html;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.TextNode;
import org.jspecify.annotations.Nullable;

/// The article metadata that a page shows or marks in its text: `itemprop` attributes, `<time>`,
/// the heading and the title. What it states in `<meta>` is in [MetaTags].
final class HtmlMetadataTags {
  private static final String SEPARATED_SITE = "\\s+(?:[|»·:]{1,2}|[-–—])\\s+";
  private static final int ABOVE_THE_HEADING = 3;
  private static final int LONGEST_LABEL = 30;

  /// Headings may be nested, and each has the text of all headings in it.
  private static final int MOST_HEADINGS = 100;

  private static final Pattern CHANGE =
      Pattern.compile(
          "(?:last )?(?:updated?|modified|edited|changed|revised)\\b.*", Pattern.CASE_INSENSITIVE);

  private final Document page;
  private final @Nullable Element heading;
  private final StoryScope scope;

  /// @param page without the other stories on it
  /// @param heading the story's; `null` if it is unknown
  HtmlMetadataTags(Document page, @Nullable Element heading) {
    this.page = page;
    this.heading = heading;
    this.scope = new StoryScope(heading);
  }

  /// `itemprop` attributes and the `<time>` at the article's heading.
  HtmlMetadata times() {
    var published =
        first(
                "[itemprop=datePublished]",
                "time[pubdate]",
                "time.published, time.dt-published, abbr.published",
                "time.entry-date")
            .or(this::timeNearHeading);
    return new HtmlMetadata(
        null,
        first("[itemprop=publisher] [itemprop=name]")
            .map(name -> name.hasAttr("content") ? name.attr("content") : name.text())
            .orElse(null),
        page.select(
                "[itemprop=author] [itemprop=name], [itemprop=author]:not(:has([itemprop=name])), [rel=author]")
            .eachText(),
        null,
        null,
        published.flatMap(HtmlMetadataTags::day).orElse(null),
        first("[itemprop=dateModified]", "time.updated")
            .flatMap(HtmlMetadataTags::day)
            .orElse(null));
  }

  /// The date that a reader sees at the article's heading; `null` if there is no `<time>` with one.
  @Nullable LocalDate shownDay() {
    return timeNearHeading()
        .flatMap(time -> PublicationDateParser.find(time.text()))
        .map(PublicationDate::day)
        .orElse(null);
  }

  /// Metadata that every page has: its canonical address, its language, its heading and its title.
  HtmlMetadata basics() {
    return new HtmlMetadata(
        heading(),
        null,
        List.of(),
        Optional.ofNullable(page.selectFirst("link[rel=canonical]"))
            .map(link -> link.attr("href"))
            .orElse(null),
        Optional.ofNullable(page.selectFirst("html")).map(html -> html.attr("lang")).orElse(null),
        null,
        null);
  }

  /// `title` without the trailing name of the site, which most pages have in their `<title>`.
  static @Nullable String withoutSite(@Nullable String title, @Nullable String site) {
    if (title == null || site == null) {
      return title;
    }
    var parts = title.split(SEPARATED_SITE, -1);
    if (parts.length < 2 || !parts[parts.length - 1].strip().equalsIgnoreCase(site)) {
      return title;
    }
    return title
        .substring(0, title.length() - parts[parts.length - 1].length())
        .replaceFirst(SEPARATED_SITE + "$", "")
        .strip();
  }

  /// The last part of the page's title behind the heading, which may be the name of the site;
  /// `null` if it has no such part.
  @Nullable String siteInTitle() {
    var title = page.title();
    var story = heading == null ? "" : heading.text();
    if (story.isBlank() || !withPlainMarks(title).startsWith(withPlainMarks(story))) {
      return null;
    }
    var parts = title.substring(story.length()).split(SEPARATED_SITE, -1);
    return parts.length > 1 && parts[0].isEmpty() ? parts[parts.length - 1].strip() : null;
  }

  /// The article's heading: the one with which the page's title begins, or ends behind the name of
  /// the site. Another heading may be the site's.
  private @Nullable String heading() {
    var title = page.title();
    if (heading != null && isAtAnEnd(heading.text(), title)) {
      return heading.text();
    }
    var headings =
        page.select("h1").stream()
            .limit(MOST_HEADINGS)
            .map(Element::text)
            .filter(h -> !h.isBlank())
            .toList();
    if (title.isBlank()) {
      return headings.isEmpty() ? null : headings.getFirst();
    }
    return headings.stream()
        .filter(title::startsWith)
        .findFirst()
        .or(() -> Optional.ofNullable(page.selectFirst("article h1, main h1")).map(Element::text))
        .orElse(title);
  }

  /// True if `title` begins or ends with `heading`, in which quotation marks may have another form.
  private static boolean isAtAnEnd(String heading, String title) {
    var words = withPlainMarks(heading);
    var all = withPlainMarks(title);
    return !words.isBlank() && (all.startsWith(words) || all.endsWith(words));
  }

  private static String withPlainMarks(String text) {
    return text.replaceAll("[‘’`´]", "'").replaceAll("[“”„]", "\"").replaceAll("[‐‑–—]", "-");
  }

  private Optional<Element> timeNearHeading() {
    var title = page.title();
    var headings = page.select("h1").stream().limit(MOST_HEADINGS).toList();
    Element around =
        headings.stream()
            .filter(h -> !h.text().isBlank() && title.startsWith(h.text()))
            .findFirst()
            .or(() -> Optional.ofNullable(heading))
            .orElse(headings.isEmpty() ? null : headings.getFirst());
    for (int i = 0; i < ABOVE_THE_HEADING && around != null; i++) {
      around = around.parent();
      if (around == null || around.nameIs("body")) {
        break;
      }
      var time =
          around.select("time[datetime]").stream()
              .filter(t -> scope.holds(t) && !isChange(t))
              .findFirst();
      if (time.isPresent()) {
        return time;
      }
    }
    return Optional.empty();
  }

  private Optional<Element> first(String... selectors) {
    return Arrays.stream(selectors)
        .flatMap(selector -> page.select(selector).stream())
        .filter(scope::holds)
        .findFirst();
  }

  /// True for the time of a change, which is not that of the publication.
  private static boolean isChange(Element time) {
    boolean published = time.hasClass("published") || time.attr("itemprop").contains("Published");
    return !published
        && (time.attr("itemprop").equals("dateModified")
            || CHANGE.matcher(time.text().strip()).matches()
            || CHANGE.matcher(time.className()).matches()
            || isLabelledAsChange(time));
  }

  private static boolean isLabelledAsChange(Element time) {
    var before = time.previousSibling() instanceof TextNode words ? words.text().strip() : "";
    return before.length() < LONGEST_LABEL && CHANGE.matcher(before).matches();
  }

  private static Optional<PublicationDate> day(Element element) {
    return Stream.of(
            element.attr("datetime"),
            element.attr("content"),
            element.nameIs("abbr") ? element.attr("title") : "",
            element.text())
        .filter(value -> !value.isBlank())
        .findFirst()
        .flatMap(PublicationDateParser::find);
  }
}
