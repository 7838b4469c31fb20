package org.dossier.ingestion.format;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.dossier.archive.Article;
import org.dossier.archive.InvalidArticleException;
import org.dossier.ingestion.html.HtmlMetadata;
import org.dossier.ingestion.html.PublicationDate;
import org.dossier.text.Pages;
import org.dossier.text.WhiteSpace;
import org.jspecify.annotations.Nullable;

/// The article in a document. The properties that programs write into documents are often those of
/// a template or of another document. Therefore the beginning of the text has precedence, as in
/// plain text, and a property is used only if it is plausible.
public final class DocumentArticle {
  private static final int BEGINNING = 3_000;
  private static final int FIRST_YEAR = 1985;
  private static final Pattern NO_TITLE =
      Pattern.compile(
          "(?i)microsoft \\w+ -"
              + " .*|.*\\.(?:docx?|pdf|indd|qxd|rtf|odt|tex|txt|html?|pages|pptx?|xlsx?)|untitled.*|document"
              + " ?\\d*|.*_.*|title|slide \\d+|(?:https?|file):.*|\\S*\\d{4,}\\S*");
  private static final Pattern PERSON =
      Pattern.compile("\\p{Lu}[\\p{L}.'’-]*(?: \\p{L}[\\p{L}.'’-]*){1,4}");
  private static final Pattern NO_PERSON =
      Pattern.compile(
          "(?i).*\\b(?:user|admin|administrator|owner|office|windows|microsoft|adobe|scanner|desktop|unknown|author|library)\\b.*");

  private DocumentArticle() {}

  /// The properties of a document.
  ///
  /// @param created when the file was made, which need not be the day of publication
  /// @param headline the text that the layout shows as title
  public record Properties(
      @Nullable String title,
      List<String> authors,
      @Nullable LocalDate created,
      @Nullable String headline) {
    public static final Properties NONE = new Properties(null, List.of(), null, null);
  }

  /// The article with the metadata that the document states with certainty.
  ///
  /// @param stated metadata that has precedence
  /// @param text in paragraphs, possibly with page breaks ([Pages])
  /// @throws InvalidArticleException if the archive would not accept it
  public static Article of(String id, HtmlMetadata stated, Properties properties, String text) {
    var plain = FieldText.plain(text).stripTrailing();
    var header = header(plain, stated.title(), properties);
    var title = stated.title() == null ? header.title() : stated.title();
    var published = stated.published() == null ? header.dated() : stated.published();
    var created = published == null ? plausible(properties.created()) : null;
    if (created != null) {
      published = new PublicationDate(created, null);
    }
    return new Article(
        id,
        title == null ? plausibleTitle(properties) : title,
        stated.publisher() == null ? header.publisher() : stated.publisher(),
        authors(stated, header, properties),
        stated.url(),
        stated.language(),
        PublicationDate.dayOrNull(published),
        PublicationDate.timeOrNull(published),
        created != null,
        PublicationDate.dayOrNull(stated.updated() == null ? header.updated() : stated.updated()),
        paged(plain, header.text()));
  }

  /// True if `name` is that of a publisher, not of a person.
  public static boolean isPublisher(String name) {
    return SiteName.matches(name, "");
  }

  /// The header of the text. A title among the properties that the text begins with is its title;
  /// so is the text that the layout shows as title, if the text alone does not show one.
  private static PlainTextHeader header(
      String text, @Nullable String stated, Properties properties) {
    if (stated != null) {
      return PlainTextHeader.of(text, stated);
    }
    var header = PlainTextHeader.of(text);
    if (header.title() != null) {
      return header;
    }
    for (var candidate : new String[] {properties.title(), properties.headline()}) {
      if (candidate != null && beginsWith(text, candidate)) {
        var titled = PlainTextHeader.of(text, WhiteSpace.normalize(candidate));
        return new PlainTextHeader(
            WhiteSpace.normalize(candidate),
            titled.publisher(),
            titled.authors(),
            titled.published(),
            titled.updated(),
            titled.text());
      }
    }
    return header;
  }

  private static boolean beginsWith(String text, String title) {
    var words = WhiteSpace.normalize(title).toLowerCase(Locale.ROOT);
    var beginning = text.substring(0, Math.min(BEGINNING, text.length()));
    return words.length() > 3
        && WhiteSpace.normalize(beginning).toLowerCase(Locale.ROOT).contains(words);
  }

  private static @Nullable String plausibleTitle(Properties properties) {
    var title = properties.title();
    return title != null
            && WhiteSpace.normalize(title).contains(" ")
            && !NO_TITLE.matcher(WhiteSpace.normalize(title)).matches()
        ? title
        : null;
  }

  private static @Nullable LocalDate plausible(@Nullable LocalDate day) {
    return day != null
            && day.getYear() >= FIRST_YEAR
            && !day.isAfter(LocalDate.now(Clock.systemUTC()).plusDays(1))
        ? day
        : null;
  }

  private static List<String> authors(
      HtmlMetadata stated, PlainTextHeader header, Properties properties) {
    if (!stated.authors().isEmpty()) {
      return stated.authors();
    }
    if (!header.authors().isEmpty()) {
      return header.authors();
    }
    return properties.authors().stream()
        .map(WhiteSpace::normalize)
        .filter(name -> PERSON.matcher(name).matches() && !NO_PERSON.matcher(name).matches())
        .distinct()
        .toList();
  }

  /// `body` with the page breaks that were removed with the header, so that its pages keep their
  /// numbers.
  private static String paged(String text, String body) {
    int missing = Pages.breaks(text) - Pages.breaks(body);
    return String.valueOf(Pages.BREAK).repeat(Math.max(0, missing)) + body;
  }
}
