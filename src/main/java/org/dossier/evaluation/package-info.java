/// Evaluation of the system. This package holds the code that both kinds of evaluation share: JSON
/// lines, ROC analysis.
@NullMarked
package org.dossier.evaluation;

import org.jspecify.annotations.NullMarked;
