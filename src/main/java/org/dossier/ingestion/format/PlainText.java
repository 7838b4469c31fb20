package org.dossier.ingestion.format;

import java.util.regex.Pattern;
import org.dossier.archive.Article;
import org.dossier.ingestion.html.PublicationDate;
import org.jspecify.annotations.Nullable;

/// Plain text, for example copied from a page. Metadata comes from its first lines; what they do
/// not state stays unknown.
public final class PlainText implements Format {
  private static final Pattern TITLE_MARK =
      Pattern.compile("^\\s*+(?:#{1,2}\\h++(?=\\S)|([^\\n]{2,200}\\n)={3,200}+(?=\\n))");

  @Override
  public Article article(String id, byte[] content) throws RejectedArticleException {
    var labels = LabelledHeader.of(withoutMarks(FieldText.plain(TextDecoder.text(content))));
    var title = labels.title();
    var header =
        title == null
            ? PlainTextHeader.of(labels.rest())
            : PlainTextHeader.of(labels.rest(), title);
    var published = or(labels.published(), header.dated());
    return new Article(
        id,
        or(title, header.title()),
        or(labels.publisher(), header.publisher()),
        labels.authors().isEmpty() ? header.authors() : labels.authors(),
        labels.url(),
        labels.language(),
        PublicationDate.dayOrNull(published),
        PublicationDate.timeOrNull(published),
        false,
        PublicationDate.dayOrNull(or(labels.updated(), header.updated())),
        header.text());
  }

  /// `text` without the marks of Markdown at its title.
  private static String withoutMarks(String text) {
    var mark = TITLE_MARK.matcher(text);
    return mark.find()
        ? (mark.group(1) == null ? "" : mark.group(1)) + text.substring(mark.end())
        : text;
  }

  private static <T> @Nullable T or(@Nullable T stated, @Nullable T found) {
    return stated == null ? found : stated;
  }
}
