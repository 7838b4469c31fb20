package org.dossier.archive;

import java.net.URI;
import java.net.URISyntaxException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.dossier.text.WhiteSpace;
import org.jspecify.annotations.Nullable;

/// One published article, as submitted. What its source does not state is `null`, never guessed.
///
/// @param id identifies the article permanently: at most 512 characters, no control characters, no
///   leading or trailing white space, and no `.` or `..` between slashes (it is used in URLs)
/// @param title as published; `null` if it has none
/// @param publisher the publisher; `null` if not stated
/// @param authors in the order of the source, possibly empty
/// @param url the place of publication: http or https; `null` if not stated
/// @param language a BCP 47 tag such as `en`; `null` if not stated
/// @param published publication date, in the publisher's own calendar; `null` if unknown
/// @param publishedTime the time of publication on that day; `null` if unknown
/// @param publishedInferred true if `published` was inferred from something other than a date that
///   the source states
/// @param updated date of the last change that the publisher states; `null` if none
/// @param text the text, with paragraphs separated by line breaks; never blank
/// @param omissions the parts of its source that are not in the text
public record Article(
    String id,
    @Nullable String title,
    @Nullable String publisher,
    List<String> authors,
    @Nullable String url,
    @Nullable String language,
    @Nullable LocalDate published,
    @Nullable PublishedTime publishedTime,
    boolean publishedInferred,
    @Nullable LocalDate updated,
    String text,
    Omissions omissions) {

  /// By the day of publication, then by the time. What is unknown is first.
  public static final Comparator<Article> BY_PUBLICATION =
      Comparator.comparing(Article::published, Comparator.nullsFirst(Comparator.naturalOrder()))
          .thenComparing(Article::minute, Comparator.nullsFirst(Comparator.naturalOrder()));

  public static final int MAX_ID = 512;
  static final int MAX_TITLE = 1_000;
  static final int MAX_NAME = 300;
  static final int MAX_AUTHORS = 100;
  static final int MAX_URL = 2_000;
  static final int MAX_TEXT = 2_000_000;

  private static final int LONGEST_HEADLINE = 80;

  /// Validates every component, so that every existing article can be stored, displayed and cited.
  ///
  /// @throws InvalidArticleException naming the first invalid component
  public Article {
    checkId(id);
    title = line("title", title, MAX_TITLE);
    publisher = line("publisher", publisher, MAX_NAME);
    authors =
        authors.stream()
            .map(author -> line("authors", author, MAX_NAME))
            .filter(a -> a != null)
            .toList();
    if (authors.size() > MAX_AUTHORS) {
      throw new InvalidArticleException(
          "authors", authors.size() + " authors; the maximum is " + MAX_AUTHORS);
    }
    url = line("url", url, MAX_URL);
    checkUrl(url);
    language = line("language", language, 35);
    checkLanguage(language);
    checkDay("published", published);
    checkDay("updated", updated);
    if (published == null && publishedTime != null) {
      throw new InvalidArticleException("publishedTime", "is set without a publication date");
    }
    if (published == null && publishedInferred) {
      throw new InvalidArticleException("publishedInferred", "is set without a publication date");
    }
    checkText(text);
    omissions.checkPlaces(text);
  }

  /// An article without omissions.
  ///
  /// @throws InvalidArticleException naming the first invalid component
  public Article(
      String id,
      @Nullable String title,
      @Nullable String publisher,
      List<String> authors,
      @Nullable String url,
      @Nullable String language,
      @Nullable LocalDate published,
      @Nullable PublishedTime publishedTime,
      boolean publishedInferred,
      @Nullable LocalDate updated,
      String text) {
    this(
        id,
        title,
        publisher,
        authors,
        url,
        language,
        published,
        publishedTime,
        publishedInferred,
        updated,
        text,
        Omissions.NONE);
  }

  /// An article without a time of publication and without omissions.
  ///
  /// @throws InvalidArticleException naming the first invalid component
  public Article(
      String id,
      @Nullable String title,
      @Nullable String publisher,
      List<String> authors,
      @Nullable String url,
      @Nullable String language,
      @Nullable LocalDate published,
      boolean publishedInferred,
      @Nullable LocalDate updated,
      String text) {
    this(
        id,
        title,
        publisher,
        authors,
        url,
        language,
        published,
        null,
        publishedInferred,
        updated,
        text);
  }

  /// The same article with other omissions, and with the same version.
  ///
  /// @throws InvalidArticleException if they do not fit the text
  public Article withOmissions(Omissions other) {
    return new Article(
        id,
        title,
        publisher,
        authors,
        url,
        language,
        published,
        publishedTime,
        publishedInferred,
        updated,
        text,
        other);
  }

  /// The day of publication, with the time if it is known: `2024-03-05T08:15+02:00`.
  public @Nullable String publishedText() {
    return publishedTime == null
        ? Objects.toString(published, null)
        : published + "T" + publishedTime;
  }

  /// The moment before which the article is not published; `null` if its source states no time of
  /// publication: a day alone may be that of what it announces. Without a zone, the time is that in
  /// the zone where it comes first: no article is withheld that is published anywhere.
  public @Nullable Instant release() {
    return published == null || publishedTime == null || publishedInferred
        ? null
        : publishedTime.earliest(published);
  }

  private @Nullable Long minute() {
    return published == null || publishedTime == null ? null : publishedTime.epochMinute(published);
  }

  /// True if this was published later than `other`; false if that is unknown, as for two articles
  /// of one day if one of them has no time.
  public boolean isPublishedAfter(Article other) {
    if (published == null || other.published == null) {
      return false;
    }
    boolean known =
        !published.equals(other.published)
            || (publishedTime != null && other.publishedTime != null);
    return known && BY_PUBLICATION.compare(this, other) > 0;
  }

  /// The content version: a hash over every component but the id and the omissions, as 32
  /// hexadecimal digits. A change of text or metadata makes a new version; an unchanged article
  /// keeps its version.
  public String version() {
    return ContentHash.ofParts(
        title,
        publisher,
        authors.size(),
        String.join("\n", authors),
        url,
        language,
        publishedText(),
        publishedInferred,
        updated,
        text);
  }

  /// The title, or the first words of the text if it has no title.
  public String headline() {
    if (title != null) {
      return title;
    }
    var words = beginning();
    if (words.length() <= LONGEST_HEADLINE) {
      return words;
    }
    int cut = words.lastIndexOf(' ', LONGEST_HEADLINE);
    int end = cut > 40 ? cut : words.offsetByCodePoints(0, 40);
    return words.substring(0, end) + "…";
  }

  /// The beginning of the text with normalized and stripped white space, up to one character beyond
  /// the maximum of a headline. Headlines are requested often and the text may be long, so only the
  /// beginning is normalized.
  private String beginning() {
    var words = new StringBuilder();
    var space = new StringBuilder();
    for (int at = 0; at < text.length() && words.length() <= LONGEST_HEADLINE; at++) {
      char c = text.charAt(at);
      if (Character.isWhitespace(c)) {
        append(c, space);
        continue;
      }
      words.append(words.isEmpty() ? "" : space).append(c);
      space.setLength(0);
    }
    return words.toString();
  }

  /// Normalizes ASCII white space only.
  private static void append(char c, StringBuilder space) {
    char normalized = c == ' ' || (c >= '\t' && c <= '\r') ? ' ' : c;
    boolean repeated =
        normalized == ' ' && !space.isEmpty() && space.charAt(space.length() - 1) == ' ';
    if (!repeated && space.length() <= LONGEST_HEADLINE) {
      space.append(normalized);
    }
  }

  private static void checkId(String id) {
    if (id.isBlank()) {
      throw new InvalidArticleException("id", "is empty");
    }
    if (id.length() > MAX_ID) {
      throw new InvalidArticleException(
          "id", id.length() + " characters; the maximum is " + MAX_ID);
    }
    if (!id.strip().equals(id) || id.chars().anyMatch(Character::isISOControl)) {
      throw new InvalidArticleException(
          "id", "has leading or trailing white space, or a control character");
    }
    checkCharacters("id", id);
    for (var part : id.split("/", -1)) {
      if (part.equals(".") || part.equals("..")) {
        throw new InvalidArticleException("id", "has “" + part + "” between slashes");
      }
    }
  }

  /// A single line: white space is normalized, an empty value becomes `null`.
  private static @Nullable String line(String field, @Nullable String value, int max) {
    if (value == null) {
      return null;
    }
    var normalized = WhiteSpace.normalize(value);
    if (normalized.isEmpty()) {
      return null;
    }
    checkCharacters(field, normalized);
    if (normalized.length() > max) {
      throw new InvalidArticleException(
          field, normalized.length() + " characters; the maximum is " + max);
    }
    return normalized;
  }

  private static void checkUrl(@Nullable String url) {
    if (url == null) {
      return;
    }
    try {
      var uri = new URI(url);
      var scheme = String.valueOf(uri.getScheme()).toLowerCase(Locale.ROOT);
      if (!(scheme.equals("http") || scheme.equals("https")) || uri.getHost() == null) {
        throw new InvalidArticleException("url", "is not an http or https address: " + url);
      }
    } catch (URISyntaxException e) {
      throw new InvalidArticleException("url", "is not an address: " + e.getMessage());
    }
  }

  private static void checkLanguage(@Nullable String language) {
    if (language != null && !language.matches("[A-Za-z]{2,8}(-[A-Za-z0-9]{1,8})*")) {
      throw new InvalidArticleException(
          "language", "is not a BCP 47 tag such as “en”: " + language);
    }
  }

  /// Dates are ordered by their ISO form, which has a sign or a fifth digit outside these years.
  private static void checkDay(String field, @Nullable LocalDate day) {
    if (day != null && (day.getYear() < 1 || day.getYear() > 9999)) {
      throw new InvalidArticleException(field, "is outside the years 1 to 9999: " + day);
    }
  }

  private static void checkText(String text) {
    if (text.isBlank()) {
      throw new InvalidArticleException("text", "is empty");
    }
    if (text.length() > MAX_TEXT) {
      throw new InvalidArticleException(
          "text", text.length() + " characters; the maximum is " + MAX_TEXT);
    }
    checkCharacters("text", text);
  }

  /// Rejects characters that no encoding can represent, because they would not come back unchanged
  /// from the database.
  static void checkCharacters(String field, String value) {
    for (int at = 0; at < value.length(); at++) {
      char c = value.charAt(at);
      if (c == 0) {
        throw new InvalidArticleException(field, "character " + at + " is NUL");
      }
      if (Character.isSurrogate(c)) {
        if (Character.charCount(value.codePointAt(at)) == 1) {
          throw new InvalidArticleException(field, "character " + at + " is an unpaired surrogate");
        }
        at++;
      }
    }
  }
}
