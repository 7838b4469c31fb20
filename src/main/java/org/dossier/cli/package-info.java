/// The side of the command line that commands share: backends, texts for the terminal, errors.
@NullMarked
package org.dossier.cli;

import org.jspecify.annotations.NullMarked;
