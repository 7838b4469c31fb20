package org.dossier.ingestion.format;

import org.dossier.archive.Article;

/// A kind of file that holds one article. Without state, safe for any number of threads.
public sealed interface Format permits Markdown, PlainText, HtmlPage {

  /// The article that `content` says.
  ///
  /// @param id for it where `content` names none
  /// @param content the whole file
  /// @throws RejectedArticleException naming the line and the field at fault
  Article article(String id, byte[] content) throws RejectedArticleException;
}
