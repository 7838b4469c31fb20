package org.dossier.ingestion.format;

import org.dossier.archive.Article;

/// Raw text, as copied from a page: what its first lines say about it becomes metadata, what they
/// do not say stays unknown.
public final class PlainText implements Format {

  @Override
  public Article article(String id, byte[] content) throws RejectedArticleException {
    var plainTextHeader = PlainTextHeader.of(TextDecoder.text(content));
    return new Article(
        id,
        plainTextHeader.title(),
        plainTextHeader.publisher(),
        plainTextHeader.authors(),
        null,
        null,
        plainTextHeader.published(),
        false,
        plainTextHeader.updated(),
        plainTextHeader.text());
  }
}
