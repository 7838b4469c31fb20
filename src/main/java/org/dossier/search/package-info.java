/// The values that a search engine takes and returns, independent of the engine.
@NullMarked
package org.dossier.search;

import org.jspecify.annotations.NullMarked;
