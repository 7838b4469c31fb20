package org.dossier.archive;

import org.jspecify.annotations.Nullable;

/// The latest change of an article, in the single order that all followers see.
///
/// @param sequence number of the change in the whole archive, from 1; later changes have greater
///   numbers
/// @param articleId the changed article
/// @param version the article's current version; `null` if it was deleted
public record Change(long sequence, String articleId, @Nullable String version) {}
