/// Asks every question of a set as a user would, and compares the replies with the expected ones.
/// Deterministic; no model judges.
@NullMarked
package org.dossier.evaluation.question;

import org.jspecify.annotations.NullMarked;
