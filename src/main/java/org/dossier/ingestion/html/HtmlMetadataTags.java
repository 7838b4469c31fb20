package org.dossier.ingestion.html;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.TextNode;
import org.jspecify.annotations.Nullable;

/// The article metadata in the tags of a page, except JSON-LD: one method for each kind of tag, in
/// order of precedence.
final class HtmlMetadataTags {
  private static final String SEPARATED_SITE = "\\s+(?:[|»·:]{1,2}|[-–—])\\s+";
  private static final int ABOVE_THE_HEADING = 3;
  private static final int LONGEST_LABEL = 30;
  private static final int SHORTEST_ENTRY = 60;

  /// Headings may be nested, and each has the text of all headings in it.
  private static final int MOST_HEADINGS = 100;

  private static final String COMMENT = "[itemtype$=Comment], [itemprop=comment]";
  private static final Pattern CHANGE =
      Pattern.compile(
          "(?:last )?(?:updated?|modified|edited|changed|revised)\\b.*", Pattern.CASE_INSENSITIVE);

  private final Document page;
  private final @Nullable Element heading;
  private final Map<String, List<String>> metas;

  /// @param page without the other stories on it
  /// @param heading the story's; `null` if it is unknown
  HtmlMetadataTags(Document page, @Nullable Element heading) {
    this.page = page;
    this.heading = heading;
    this.metas = metas(page);
  }

  /// `<meta property="article:…">`, <https://ogp.me/#type_article>.
  HtmlMetadata article() {
    return new HtmlMetadata(
        null,
        null,
        metas("article:author"),
        null,
        null,
        metaDay("article:published_time"),
        metaDay("article:modified_time"));
  }

  /// `<meta property="og:…">`, <https://ogp.me>.
  HtmlMetadata openGraph() {
    return new HtmlMetadata(
        meta("og:title"),
        meta("og:site_name"),
        List.of(),
        meta("og:url"),
        meta("og:locale"),
        null,
        metaDay("og:updated_time"));
  }

  /// `<meta name="…">` in its many spellings.
  HtmlMetadata names() {
    return new HtmlMetadata(
        meta("citation_title", "dc.title"),
        meta("publisher", "dc.publisher", "application-name"),
        metas(
            "author",
            "dc.creator",
            "citation_author",
            "parsely-author",
            "sailthru.author",
            "byl",
            "article.author"),
        null,
        meta("dc.language", "content-language"),
        metaDay(
            "date",
            "pubdate",
            "publishdate",
            "publish-date",
            "publication_date",
            "date.issued",
            "dc.date",
            "dc.date.issued",
            "dcterms.created",
            "citation_publication_date",
            "parsely-pub-date",
            "sailthru.date"),
        metaDay("lastmod", "last-modified", "dc.date.modified", "dcterms.modified"));
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

  /// The article's heading: the one with which the page's title begins. Another heading may be the
  /// site's.
  private @Nullable String heading() {
    var title = page.title();
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
              .filter(t -> !isElsewhere(t) && !isChange(t))
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
        .filter(element -> !isElsewhere(element))
        .findFirst();
  }

  /// True in boxes around the story, in comments, and in parts of the story that have times of
  /// their own.
  private boolean isElsewhere(Element element) {
    return (HtmlBoilerplateRemover.isBoilerplate(element) && !isPropertyOfTheStory(element))
        || element.closest(COMMENT) != null
        || isInPart(element);
  }

  /// True for a property of the item that has the story's heading; some pages state it in a footer.
  private boolean isPropertyOfTheStory(Element element) {
    var item =
        element.hasAttr("itemprop")
            ? element.closest("[itemscope]")
            : element.nameIs("abbr") ? element.closest(".hentry, .h-entry") : null;
    return item != null
        && (item.is(StorySigns.UNIT) || !element.hasAttr("itemprop"))
        && heading != null
        && StorySigns.holds(item, heading);
  }

  /// True in one of several articles below the heading of the story, or directly below another
  /// heading.
  private boolean isInPart(Element element) {
    if (heading == null) {
      return false;
    }
    var e = element;
    for (var part = e.parent();
        part != null && !StorySigns.holds(part, heading);
        part = e.parent()) {
      var above = e.previousElementSibling();
      if ((above != null && above.is(StorySigns.HEADINGS)) || isOneOfSeveralUnits(part)) {
        return true;
      }
      e = part;
    }
    return false;
  }

  private static boolean isOneOfSeveralUnits(Element element) {
    var next = element.nextElementSibling();
    var previous = element.previousElementSibling();
    if (element.is(StorySigns.UNIT)) {
      return isUnit(next) || isUnit(previous);
    }
    return (isEntryLike(element, next) || isEntryLike(element, previous))
        && element.text().length() >= SHORTEST_ENTRY;
  }

  /// True for an entry with a time next to one of the same kind.
  private static boolean isEntryLike(Element element, @Nullable Element other) {
    return other != null
        && other.nameIs(element.normalName())
        && other.className().equals(element.className())
        && other.selectFirst("time[datetime]") != null;
  }

  private static boolean isUnit(@Nullable Element element) {
    return element != null && element.is(StorySigns.UNIT);
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

  private @Nullable PublicationDate metaDay(String... names) {
    return Arrays.stream(names)
        .flatMap(name -> metas(name).stream())
        .flatMap(value -> PublicationDateParser.find(value).stream())
        .findFirst()
        .orElse(null);
  }

  private @Nullable String meta(String... names) {
    return Arrays.stream(names).flatMap(n -> metas(n).stream()).findFirst().orElse(null);
  }

  private List<String> metas(String... names) {
    return Arrays.stream(names)
        .flatMap(name -> metas.getOrDefault(name.toLowerCase(Locale.ROOT), List.of()).stream())
        .toList();
  }

  /// The contents of `<meta>`, by property and name in lower case.
  private static Map<String, List<String>> metas(Document page) {
    var metas = new HashMap<String, List<String>>();
    for (var meta : page.select("meta[content]")) {
      var content = meta.attr("content");
      Stream.of(meta.attr("property"), meta.attr("name"))
          .map(key -> key.strip().toLowerCase(Locale.ROOT))
          .distinct()
          .filter(key -> !key.isEmpty() && !content.isBlank())
          .forEach(key -> metas.computeIfAbsent(key, _ -> new ArrayList<>()).add(content));
    }
    return metas;
  }
}
