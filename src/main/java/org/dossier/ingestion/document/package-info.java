/// Documents, such as PDF and Word files, which are read in a process of their own: a parser that
/// fails, hangs or needs too much memory affects neither the server nor the run of the ingestion.
@NullMarked
package org.dossier.ingestion.document;

import org.jspecify.annotations.NullMarked;
