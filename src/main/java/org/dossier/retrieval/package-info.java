/// A question becomes evidence: passages found by words and by vectors, fused, best first.
@NullMarked
package org.dossier.retrieval;

import org.jspecify.annotations.NullMarked;
