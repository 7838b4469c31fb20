/// The command line: each command as an action over a backend.
@NullMarked
package org.dossier.cli;

import org.jspecify.annotations.NullMarked;
