/// What a question names and the evidence does not mention.
@NullMarked
package org.dossier.answer.mention;

import org.jspecify.annotations.NullMarked;
