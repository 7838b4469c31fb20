package org.dossier.web.json;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/// The result of withdrawing articles.
@Schema(name = "Deleted", description = "The result of withdrawing articles.")
public record DeletedJson(@Schema(description = "The number of withdrawn articles.") int deleted) {}
