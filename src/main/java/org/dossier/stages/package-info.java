/// The stages that a question passes on its way to an answer, and who watches them.
@NullMarked
package org.dossier.stages;

import org.jspecify.annotations.NullMarked;
