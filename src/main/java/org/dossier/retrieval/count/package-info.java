/// Exact counts and complete lists of articles.
@NullMarked
package org.dossier.retrieval.count;

import org.jspecify.annotations.NullMarked;
