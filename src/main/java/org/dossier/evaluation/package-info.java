/// Measures the system on a question set: every question is asked as a user would ask it, and what
/// comes back is compared with what was expected. No judge but words and ids; deterministic.
@NullMarked
package org.dossier.evaluation;

import org.jspecify.annotations.NullMarked;
