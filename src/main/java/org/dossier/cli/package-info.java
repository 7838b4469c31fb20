/// The commands, and the one place that wires each to its use case.
@NullMarked
package org.dossier.cli;

import org.jspecify.annotations.NullMarked;
