package org.dossier.ingestion.format;

import java.time.DateTimeException;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.dossier.archive.Article;
import org.dossier.archive.Omissions;
import org.dossier.ingestion.html.HtmlMetadata;
import org.dossier.ingestion.html.PublicationDate;
import org.dossier.ingestion.html.PublicationDateParser;
import org.dossier.text.Sha256;
import org.jspecify.annotations.Nullable;

/// An entry of a feed.
public final class FeedEntry {
  private static final Pattern ADDRESS = Pattern.compile("https?://\\S+");
  private static final Pattern SCHEME = Pattern.compile("^(?:https?|tag|urn):/*");

  /// The line that WordPress writes below the text of every entry.
  private static final Pattern FOOTER =
      Pattern.compile("The post .{1,300} (?:first appeared|appeared first) on .{1,200}\\.");

  private final String file;
  private final FeedChannel channel;
  private final FeedElement entry;

  FeedEntry(String file, FeedChannel channel, FeedElement entry) {
    this.file = file;
    this.channel = channel;
    this.entry = entry;
  }

  /// The line of the file in which the entry begins.
  public int line() {
    return entry.line();
  }

  /// Reads the article: the content of the entry, or its summary if it has nothing else.
  ///
  /// @throws RejectedArticleException if the entry has no text
  /// @throws org.dossier.archive.InvalidArticleException if the text is too long
  public Article article() throws RejectedArticleException {
    var source =
        entry
            .text("content:encoded", "content")
            .or(() -> entry.text("description", "summary"))
            .orElseThrow(() -> new RejectedArticleException(line(), "text", "is missing"));
    var text = withoutFooter(FieldText.text(source));
    var stated = metadata();
    boolean inferred = stated.published() == null && stated.updated() != null;
    var published = inferred ? stated.updated() : stated.published();
    return new Article(
        id(source),
        stated.title(),
        stated.publisher(),
        stated.authors(),
        stated.url(),
        stated.language(),
        PublicationDate.dayOrNull(published),
        PublicationDate.timeOrNull(published),
        inferred,
        PublicationDate.dayOrNull(stated.updated()),
        text,
        new Omissions(FieldText.struck(source, text), List.of()));
  }

  private static String withoutFooter(String text) {
    int last = text.lastIndexOf('\n') + 1;
    return FOOTER.matcher(text.substring(last)).matches() ? text.substring(0, last).strip() : text;
  }

  private HtmlMetadata metadata() {
    var authors = FeedChannel.authors(entry);
    return new HtmlMetadata(
        entry.text("title").map(FieldText::line).orElse(null),
        source().map(FieldText::line).orElse(channel.title()),
        authors.isEmpty() ? channel.authors() : authors,
        url().orElse(null),
        entry.text("dc:language").orElse(channel.language()),
        date("pubDate", "published", "dc:date", "issued"),
        date("updated", "modified", "atom:updated"));
  }

  /// The publisher of an entry that a feed takes from another one.
  private Optional<String> source() {
    return entry.child("source").map(other -> other.text("title").orElse(other.text()));
  }

  private Optional<String> url() {
    var links =
        entry
            .children("link")
            .filter(link -> link.attribute("rel").matches("(?:alternate)?"))
            .map(link -> link.attribute("href").isEmpty() ? link.text() : link.attribute("href"));
    var guids =
        entry
            .children("guid")
            .filter(guid -> !guid.attribute("isPermaLink").equals("false"))
            .map(FeedElement::text);
    return Stream.concat(links, guids).filter(url -> ADDRESS.matcher(url).matches()).findFirst();
  }

  /// The id that the feed states, or its address; of an entry without both, the hash of its text.
  /// An id that is too long for an article is replaced by its hash.
  private String id(String text) {
    var own =
        entry
            .text("guid", "id")
            .or(this::url)
            .map(stated -> SCHEME.matcher(stated).replaceFirst(""))
            .filter(stated -> !stated.isBlank())
            .orElseGet(() -> Sha256.hex(text));
    var id = file + "/" + own;
    return id.length() > Article.MAX_ID ? file + "/" + Sha256.hex(own) : id;
  }

  private @Nullable PublicationDate date(String... names) {
    return Stream.of(names)
        .flatMap(name -> entry.text(name).stream())
        .flatMap(value -> date(value).stream())
        .findFirst()
        .orElse(null);
  }

  /// A date of RSS ("Tue, 12 Mar 2024 08:30:00 GMT") or of Atom ("2024-03-12T08:30:00Z").
  private static Optional<PublicationDate> date(String value) {
    try {
      var moment = ZonedDateTime.parse(value, DateTimeFormatter.RFC_1123_DATE_TIME);
      return PublicationDateParser.find(moment.format(DateTimeFormatter.ISO_OFFSET_DATE_TIME));
    } catch (DateTimeException e) {
      return PublicationDateParser.find(value);
    }
  }
}
