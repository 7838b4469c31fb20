package org.dossier.ingestion.format;

import org.dossier.archive.Article;

/// A format of files that contain one article. Stateless, safe for any number of threads.
public sealed interface Format permits Markdown, PlainText, HtmlPage {

  /// The article in `content`.
  ///
  /// @param id the article's id, if `content` has none
  /// @param content the whole file
  /// @throws RejectedArticleException naming the line and the invalid field
  Article article(String id, byte[] content) throws RejectedArticleException;
}
