/// The port to a search engine: an index, its snapshots, and the values that they take and return,
/// independent of the engine.
@NullMarked
package org.dossier.search;

import org.jspecify.annotations.NullMarked;
