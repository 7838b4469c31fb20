/// Answers one question: statements with citations, or an abstention with its reason.
@NullMarked
package org.dossier.answer;

import org.jspecify.annotations.NullMarked;
