/// The parts of a web page: metadata, main content, boilerplate.
@NullMarked
package org.dossier.ingestion.html;

import org.jspecify.annotations.NullMarked;
