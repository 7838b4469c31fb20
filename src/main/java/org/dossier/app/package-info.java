/// The composition root: entry point, construction of the long-lived objects, start and end.
@NullMarked
package org.dossier.app;

import org.jspecify.annotations.NullMarked;
