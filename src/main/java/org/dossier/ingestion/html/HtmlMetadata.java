package org.dossier.ingestion.html;

import java.net.URI;
import java.net.URISyntaxException;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Objects;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// The article metadata from one part of a web page. A value is `null` if it is absent or not valid
/// in an article; pages often have invalid values, and another part may have better ones.
public record HtmlMetadata(
    @Nullable String title,
    @Nullable String publisher,
    List<String> authors,
    @Nullable String url,
    @Nullable String language,
    @Nullable PublicationDate published,
    @Nullable PublicationDate updated) {
  private static final int LONGEST_TITLE = 1_000;
  private static final int LONGEST_NAME = 300;
  private static final int LONGEST_URL = 2_000;
  private static final int MOST_AUTHORS = 100;
  private static final Pattern TAG = Pattern.compile("[A-Za-z]{2,3}(-[A-Za-z0-9]{2,8}){0,3}");
  private static final Pattern ADDRESS = Pattern.compile("(?:https?:|www\\.|/|@).*");

  public HtmlMetadata {
    title = words(title, LONGEST_TITLE);
    publisher = words(publisher, LONGEST_NAME);
    authors =
        authors.stream().map(HtmlMetadata::person).filter(Objects::nonNull).distinct().toList();
    authors = authors.size() > MOST_AUTHORS ? List.of() : authors;
    url = address(url);
    language = tag(language);
  }

  /// Merges both; values of this one take precedence.
  public HtmlMetadata or(HtmlMetadata other) {
    return new HtmlMetadata(
        title == null ? other.title : title,
        publisher == null ? other.publisher : publisher,
        authors.isEmpty() ? other.authors : authors,
        url == null ? other.url : url,
        language == null ? other.language : language,
        published == null ? other.published : published,
        updated == null ? other.updated : updated);
  }

  /// The same with the publication date that the page shows, if that is the day before or after:
  /// many pages state the time in UTC and show the date at their place. The time at their place is
  /// unknown then.
  public HtmlMetadata withShownDay(@Nullable LocalDate shown) {
    if (shown == null
        || published == null
        || Math.abs(ChronoUnit.DAYS.between(published.day(), shown)) != 1) {
      return this;
    }
    return new HtmlMetadata(
        title, publisher, authors, url, language, new PublicationDate(shown), updated);
  }

  private static @Nullable String words(@Nullable String value, int longest) {
    if (value == null || value.indexOf('\0') >= 0) {
      return null;
    }
    var normalized = value.replaceAll("[\\s\\p{Z}\\p{Cntrl}]+", " ").strip();
    return normalized.isEmpty() || normalized.length() > longest ? null : normalized;
  }

  /// Some sites give the URL of an author's page instead of the name.
  private static @Nullable String person(@Nullable String value) {
    var name = words(value, LONGEST_NAME);
    if (name == null || ADDRESS.matcher(name).matches()) {
      return null;
    }
    return name.replaceFirst("(?i)^by\\s+", "");
  }

  private static @Nullable String address(@Nullable String value) {
    if (value == null || value.length() > LONGEST_URL) {
      return null;
    }
    try {
      var uri = new URI(value.strip());
      boolean web =
          "https".equalsIgnoreCase(uri.getScheme()) || "http".equalsIgnoreCase(uri.getScheme());
      return web && uri.getHost() != null ? uri.toString() : null;
    } catch (URISyntaxException e) {
      return null;
    }
  }

  private static @Nullable String tag(@Nullable String value) {
    if (value == null) {
      return null;
    }
    var tag = value.strip().replace('_', '-');
    return TAG.matcher(tag).matches() ? tag : null;
  }
}
