/// Metrics, traces, and one log line for each question. Contains no text of questions, unless a
/// setting permits it.
@NullMarked
package org.dossier.observability;

import org.jspecify.annotations.NullMarked;
