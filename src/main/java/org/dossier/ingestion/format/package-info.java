/// The formats of single articles: Markdown, plain text, HTML, JSON.
@NullMarked
package org.dossier.ingestion.format;

import org.jspecify.annotations.NullMarked;
