package org.dossier.retrieval.count;

import org.dossier.archive.ArticleVersion;
import org.dossier.text.Span;
import org.jspecify.annotations.Nullable;

/// An article that was counted.
///
/// @param source its current version
/// @param mention the place of the first mention in its text; `null` if only its title mentions a
///   name, or if the query has no names
/// @param quote the sentences of the mention; without a mention, the first sentence of the text
public record CountedArticle(ArticleVersion source, @Nullable Span mention, Span quote) {}
