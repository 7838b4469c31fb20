/// Opening the archive, the sample corpus, and shutting down on signals.
@NullMarked
package org.dossier.cli.startup;

import org.jspecify.annotations.NullMarked;
