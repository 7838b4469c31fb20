/// Finds out which names, years and words of a question the evidence does not mention.
@NullMarked
package org.dossier.answer.mention;

import org.jspecify.annotations.NullMarked;
