/// Chooses the sentences of the evidence that answer a question, by the kind of the question.
@NullMarked
package org.dossier.answer.extraction;

import org.jspecify.annotations.NullMarked;
