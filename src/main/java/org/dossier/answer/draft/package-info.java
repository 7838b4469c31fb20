/// Parses the output of an LLM while it streams: plain statements, each with the numbers that it
/// cites. Verifies nothing.
@NullMarked
package org.dossier.answer.draft;

import org.jspecify.annotations.NullMarked;
