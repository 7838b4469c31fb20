package org.dossier.ingestion.format;

import java.util.List;
import java.util.Objects;
import java.util.regex.Pattern;
import org.commonmark.ext.gfm.strikethrough.StrikethroughExtension;
import org.commonmark.ext.gfm.tables.TablesExtension;
import org.commonmark.parser.Parser;
import org.dossier.archive.Article;
import org.dossier.archive.InvalidArticleException;
import org.dossier.archive.Omissions;
import org.dossier.ingestion.html.PublicationDate;
import org.dossier.text.TextCleaner;
import org.jspecify.annotations.Nullable;

/// Markdown with or without front matter. A first-level heading at the head of the text becomes the
/// title if the front matter has none, and is removed from the text.
public final class Markdown implements Format {
  private static final Parser PARSER =
      Parser.builder()
          .extensions(
              List.of(
                  StrikethroughExtension.builder().requireTwoTildes(true).build(),
                  TablesExtension.create()))
          .build();
  private static final Pattern NOTE_MARK =
      Pattern.compile(
          "(?m)^ {0,3}\\[\\^[\\w-]{1,30}]:\\h*|(?<=[\\p{L}\\p{Nd}.,;:!?\"”'’)*_~])(?:\\[\\^[\\w-]{1,30}])++");
  private static final String[] TITLE = {"title"};
  private static final String[] AUTHORS = {"authors", "author"};
  private static final String[] PUBLISHED = {"published", "date"};
  private static final String[] UPDATED = {"updated", "lastmod"};
  private static final String[] URL = {"url", "canonical"};
  private static final String[] LANGUAGE = {"language", "lang"};

  @Override
  public Article article(String id, byte[] content) throws RejectedArticleException {
    var front = FrontMatter.of(TextDecoder.text(content));
    var body = body(front.body());
    var given = blankToNull(front.line(TITLE));
    boolean heads = given == null || given.strip().equals(body.heading());
    var title = given == null ? body.heading() : given;
    var header = header(body, heads, title, front);
    var published = front.date(PUBLISHED) == null ? header.dated() : front.date(PUBLISHED);
    var updated = front.date(UPDATED) == null ? header.updated() : front.date(UPDATED);
    var text = header.text();
    try {
      var article =
          new Article(
              Objects.requireNonNullElse(front.value("id"), id),
              title,
              front.line("publisher"),
              front.lines(AUTHORS).isEmpty() ? header.authors() : front.lines(AUTHORS),
              front.value(URL),
              front.value(LANGUAGE),
              PublicationDate.dayOrNull(published),
              PublicationDate.timeOrNull(published),
              front.flag("published_inferred"),
              PublicationDate.dayOrNull(updated),
              text);
      var struck =
          StruckText.find(
              StruckText.mark(front.body()),
              front.body(),
              text,
              marked -> header(body(marked), heads, title, front).text());
      return article.withOmissions(new Omissions(struck, List.of()));
    } catch (InvalidArticleException e) {
      throw RejectedArticleException.of(e, front.lineNumber(names(e.field())));
    }
  }

  /// The lines with author and date above the text, if the front matter does not state both.
  private static PlainTextHeader header(
      MarkdownText body, boolean heads, @Nullable String title, FrontMatter front)
      throws RejectedArticleException {
    var text = heads ? body.text() : body.withHeading();
    boolean stated = !front.values(AUTHORS).isEmpty() && front.date(PUBLISHED) != null;
    return stated
        ? new PlainTextHeader(null, null, List.of(), null, null, text)
        : PlainTextHeader.of(text, title);
  }

  static MarkdownText body(String source) {
    return MarkdownText.of(PARSER.parse(withoutNoteMarks(TextCleaner.clean(source))));
  }

  /// The source without the marks of footnotes, which the parser takes for links.
  private static String withoutNoteMarks(String source) {
    return source.contains("[^") ? NOTE_MARK.matcher(source).replaceAll("") : source;
  }

  private static @Nullable String blankToNull(@Nullable String value) {
    return value == null || value.isBlank() ? null : value;
  }

  /// The names of an article's field in front matter.
  private static String[] names(String field) {
    return switch (field) {
      case "authors" -> AUTHORS;
      case "published" -> PUBLISHED;
      case "publishedInferred" -> new String[] {"published_inferred"};
      case "updated" -> UPDATED;
      case "url" -> URL;
      case "language" -> LANGUAGE;
      default -> new String[] {field};
    };
  }
}
