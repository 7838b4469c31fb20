package org.dossier.archive;

import org.jspecify.annotations.Nullable;

/// The last thing that happened to an article, in the one order that all followers see.
///
/// @param sequence counts the changes of the whole archive from 1; later is greater
/// @param articleId whose change it is
/// @param version the article's current version; null when it was deleted
public record Change(long sequence, String articleId, @Nullable String version) {}
