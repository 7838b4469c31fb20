/// The archive: articles with all their versions, and the passages they are split into.
@NullMarked
package org.dossier.archive;

import org.jspecify.annotations.NullMarked;
