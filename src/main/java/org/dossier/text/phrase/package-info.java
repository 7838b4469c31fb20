/// Finds noun phrases and clauses of English sentences by rules.
@NullMarked
package org.dossier.text.phrase;

import org.jspecify.annotations.NullMarked;
