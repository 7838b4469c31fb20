package org.dossier.ingestion.format;

import org.dossier.archive.Article;
import org.dossier.ingestion.html.PublicationDate;

/// Plain text, for example copied from a page. Metadata comes from its first lines; what they do
/// not state stays unknown.
public final class PlainText implements Format {

  @Override
  public Article article(String id, byte[] content) throws RejectedArticleException {
    var plainTextHeader = PlainTextHeader.of(FieldText.plain(TextDecoder.text(content)));
    return new Article(
        id,
        plainTextHeader.title(),
        plainTextHeader.publisher(),
        plainTextHeader.authors(),
        null,
        null,
        PublicationDate.dayOrNull(plainTextHeader.published()),
        PublicationDate.timeOrNull(plainTextHeader.published()),
        false,
        PublicationDate.dayOrNull(plainTextHeader.updated()),
        plainTextHeader.text());
  }
}
