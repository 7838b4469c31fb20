/// The composition root: builds the objects of the program, starts it and ends it.
@NullMarked
package org.dossier.app;

import org.jspecify.annotations.NullMarked;
