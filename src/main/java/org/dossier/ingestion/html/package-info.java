/// What a web page consists of: metadata, main content, boilerplate.
@NullMarked
package org.dossier.ingestion.html;

import org.jspecify.annotations.NullMarked;
