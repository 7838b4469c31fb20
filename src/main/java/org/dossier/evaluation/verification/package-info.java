/// Evaluation of verification, on labelled claims and on generated true and false statements.
@NullMarked
package org.dossier.evaluation.verification;

import org.jspecify.annotations.NullMarked;
