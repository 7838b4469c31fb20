/// Evaluation on a question set: asks every question as a user would, and compares the replies with
/// the expected ones. Deterministic; no LLM judges.
@NullMarked
package org.dossier.evaluation.question;

import org.jspecify.annotations.NullMarked;
