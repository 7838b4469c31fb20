/// Calibration of the confidence threshold to an archive, with questions made from its own
/// articles. Deterministic; needs no question set.
@NullMarked
package org.dossier.evaluation.calibration;

import org.jspecify.annotations.NullMarked;
