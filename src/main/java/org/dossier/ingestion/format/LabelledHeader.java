package org.dossier.ingestion.format;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import org.dossier.ingestion.html.PublicationDate;
import org.dossier.ingestion.html.PublicationDateParser;
import org.jspecify.annotations.Nullable;

/// The lines with labels at the head of a plain text, as archives and crawlers write them: `Title:
/// Town shuts pier`, `Source: Harbour Gazette`. The first line has to state the title or the
/// author; a single label is not enough.
///
/// @param fields by the names below
/// @param rest the text without these lines
record LabelledHeader(Map<String, String> fields, String rest) {
  private static final Map<String, String> NAMES =
      Map.ofEntries(
          Map.entry("title", "title"),
          Map.entry("headline", "title"),
          Map.entry("author", "author"),
          Map.entry("authors", "author"),
          Map.entry("byline", "author"),
          Map.entry("by", "author"),
          Map.entry("date", "published"),
          Map.entry("published", "published"),
          Map.entry("publication date", "published"),
          Map.entry("updated", "updated"),
          Map.entry("last updated", "updated"),
          Map.entry("source", "publisher"),
          Map.entry("publisher", "publisher"),
          Map.entry("publication", "publisher"),
          Map.entry("newspaper", "publisher"),
          Map.entry("url", "url"),
          Map.entry("link", "url"),
          Map.entry("language", "language"),
          Map.entry("dateline", "place"),
          Map.entry("location", "place"),
          Map.entry("page", "page"),
          Map.entry("edition", "edition"),
          Map.entry("length", "length"),
          Map.entry("word count", "length"),
          Map.entry("copyright", "copyright"),
          Map.entry("section", "section"),
          Map.entry("category", "section"),
          Map.entry("tags", "section"),
          Map.entry("keywords", "section"));
  private static final Pattern LINE =
      Pattern.compile("(\\p{L}[\\p{L} ]{1,20}?)\\h*+:\\h*+(\\S[^\\n]{0,999})");
  private static final Pattern BETWEEN_AUTHORS = Pattern.compile("\\s*(?:;|,| and | & )\\s*");
  private static final Pattern ADDRESS = Pattern.compile("https?://\\S++");
  private static final Pattern LANGUAGE = Pattern.compile("[A-Za-z]{2,3}(?:-[A-Za-z0-9]{2,8})?");
  private static final int FEWEST = 2;

  /// Parses the head of `text`; no fields if it has no such lines.
  static LabelledHeader of(String text) {
    var fields = new HashMap<String, String>();
    int at = 0;
    while (at < text.length()) {
      int newline = text.indexOf('\n', at);
      int end = newline < 0 ? text.length() : newline;
      var line = LINE.matcher(text.substring(at, end).strip());
      var name = line.matches() ? NAMES.get(line.group(1).toLowerCase(Locale.ROOT)) : null;
      if (name == null || fields.putIfAbsent(name, line.group(2).strip()) != null) {
        break;
      }
      boolean heads = fields.containsKey("title") || fields.containsKey("author");
      if (!heads) {
        break;
      }
      at = newline < 0 ? text.length() : newline + 1;
    }
    var rest = text.substring(at).strip();
    return fields.size() < FEWEST || rest.isEmpty()
        ? new LabelledHeader(Map.of(), text)
        : new LabelledHeader(Map.copyOf(fields), rest);
  }

  @Nullable String title() {
    return fields.get("title");
  }

  @Nullable String publisher() {
    return fields.get("publisher");
  }

  List<String> authors() {
    var names = fields.getOrDefault("author", "");
    return Arrays.stream(BETWEEN_AUTHORS.split(names)).filter(name -> !name.isBlank()).toList();
  }

  @Nullable String url() {
    var url = fields.getOrDefault("url", "");
    return ADDRESS.matcher(url).matches() ? url : null;
  }

  @Nullable String language() {
    var language = fields.getOrDefault("language", "");
    return LANGUAGE.matcher(language).matches() ? language : null;
  }

  @Nullable PublicationDate published() {
    return date("published");
  }

  @Nullable PublicationDate updated() {
    return date("updated");
  }

  private @Nullable PublicationDate date(String name) {
    return PublicationDateParser.find(fields.getOrDefault(name, "")).orElse(null);
  }
}
