/// A question becomes evidence: passages found by lexical and vector search, fused, best first.
@NullMarked
package org.dossier.retrieval;

import org.jspecify.annotations.NullMarked;
