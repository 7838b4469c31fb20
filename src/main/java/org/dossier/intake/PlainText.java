package org.dossier.intake;

import org.dossier.corpus.Article;

/// Raw text, as copied from a page: what its first lines say about it becomes metadata, what they
/// do not say stays unknown.
final class PlainText implements Format {

  @Override
  public Article article(String id, byte[] content) throws RefusedException {
    var header = Header.of(Decoding.text(content));
    return new Article(
        id,
        header.title(),
        header.publisher(),
        header.authors(),
        null,
        null,
        header.published(),
        false,
        header.updated(),
        header.text());
  }
}
