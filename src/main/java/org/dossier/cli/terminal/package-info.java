/// Output to a terminal: layout, sanitizing, progress.
@NullMarked
package org.dossier.cli.terminal;

import org.jspecify.annotations.NullMarked;
