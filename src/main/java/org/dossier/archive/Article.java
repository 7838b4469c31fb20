package org.dossier.archive;

import java.net.URI;
import java.net.URISyntaxException;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// One published piece, as it was handed in. What its source does not state is null, never guessed.
///
/// @param id names the article for good: at most 512 characters, no control characters, no white
///   space at either end, and no `.` or `..` between slashes (it travels in addresses)
/// @param title as published; null where it has none
/// @param publisher who published it; null where not stated
/// @param authors in the order of the source, perhaps none
/// @param url where it was published: http or https; null where not stated
/// @param language a BCP 47 tag such as `en`; null where not stated
/// @param published the day it was published, by the publisher's own calendar; null where unknown
/// @param publishedInferred whether `published` was concluded from something other than a date that
///   the source states
/// @param updated the day of the last change that the publisher states; null where none
/// @param text the words, paragraphs separated by line breaks; never blank
public record Article(
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

  static final int MAX_ID = 512;
  static final int MAX_TITLE = 1_000;
  static final int MAX_NAME = 300;
  static final int MAX_AUTHORS = 100;
  static final int MAX_URL = 2_000;
  static final int MAX_TEXT = 2_000_000;

  private static final int LONGEST_HEADLINE = 80;

  /// The Unicode kind: no-break spaces and line separators among them.
  private static final Pattern BLANKS =
      Pattern.compile("[\\s\\p{Cntrl}]+", Pattern.UNICODE_CHARACTER_CLASS);

  /// Every component is checked here, so that an article that exists can be stored, shown and
  /// cited.
  ///
  /// @throws InvalidArticleException naming the first component that breaks its rule
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
          "authors", authors.size() + " of them, more than " + MAX_AUTHORS);
    }
    url = line("url", url, MAX_URL);
    checkUrl(url);
    language = line("language", language, 35);
    checkLanguage(language);
    checkDay("published", published);
    checkDay("updated", updated);
    if (published == null && publishedInferred) {
      throw new InvalidArticleException("publishedInferred", "there is no date that it speaks of");
    }
    checkText(text);
  }

  /// Names what the article says: a hash over every component but the id, so that a change of text
  /// or metadata makes a new version and an unchanged article keeps its own. 32 hexadecimal digits.
  public String version() {
    return ContentHash.ofParts(
        title,
        publisher,
        authors.size(),
        String.join("\n", authors),
        url,
        language,
        published,
        publishedInferred,
        updated,
        text);
  }

  /// The title, or the first words of the text where there is none.
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

  /// The text with white space folded and stripped, as far as a headline may reach and one
  /// character more: a headline is asked for often, and the text may be long.
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

  /// Only the white space of ASCII is folded.
  private static void append(char c, StringBuilder space) {
    char folded = c == ' ' || (c >= '\t' && c <= '\r') ? ' ' : c;
    boolean repeated = folded == ' ' && !space.isEmpty() && space.charAt(space.length() - 1) == ' ';
    if (!repeated && space.length() <= LONGEST_HEADLINE) {
      space.append(folded);
    }
  }

  private static void checkId(String id) {
    if (id.isBlank()) {
      throw new InvalidArticleException("id", "is empty");
    }
    if (id.length() > MAX_ID) {
      throw new InvalidArticleException("id", id.length() + " characters, more than " + MAX_ID);
    }
    if (!id.strip().equals(id) || id.chars().anyMatch(Character::isISOControl)) {
      throw new InvalidArticleException("id", "has white space at an end or a control character");
    }
    checkCharacters("id", id);
    for (var part : id.split("/", -1)) {
      if (part.equals(".") || part.equals("..")) {
        throw new InvalidArticleException("id", "has “" + part + "” between slashes");
      }
    }
  }

  /// One line: white space folded, empty is none.
  private static @Nullable String line(String field, @Nullable String value, int max) {
    if (value == null) {
      return null;
    }
    var folded = BLANKS.matcher(value).replaceAll(" ").strip();
    if (folded.isEmpty()) {
      return null;
    }
    checkCharacters(field, folded);
    if (folded.length() > max) {
      throw new InvalidArticleException(field, folded.length() + " characters, more than " + max);
    }
    return folded;
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

  /// Days are ordered by their ISO form, which takes a sign or a fifth digit outside these years.
  private static void checkDay(String field, @Nullable LocalDate day) {
    if (day != null && (day.getYear() < 1 || day.getYear() > 9999)) {
      throw new InvalidArticleException(field, "is not in the years 1 to 9999: " + day);
    }
  }

  private static void checkText(String text) {
    if (text.isBlank()) {
      throw new InvalidArticleException("text", "is empty");
    }
    if (text.length() > MAX_TEXT) {
      throw new InvalidArticleException(
          "text", text.length() + " characters, more than " + MAX_TEXT);
    }
    checkCharacters("text", text);
  }

  /// What no encoding carries would not come back from the database as it went in.
  private static void checkCharacters(String field, String value) {
    for (int at = 0; at < value.length(); at++) {
      char c = value.charAt(at);
      if (c == 0) {
        throw new InvalidArticleException(field, "character " + at + " is a NUL");
      }
      if (Character.isSurrogate(c)) {
        if (Character.charCount(value.codePointAt(at)) == 1) {
          throw new InvalidArticleException(field, "character " + at + " is half a surrogate pair");
        }
        at++;
      }
    }
  }
}
