/// Measures the system. What both kinds of evaluation share: JSON lines, ROC analysis.
@NullMarked
package org.dossier.evaluation;

import org.jspecify.annotations.NullMarked;
