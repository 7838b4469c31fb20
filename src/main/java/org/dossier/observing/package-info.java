/// Shows those who run the program how it does: metrics, traces, and a line of the log for each
/// question. None of it knows what was asked, unless a setting says so.
@NullMarked
package org.dossier.observing;

import org.jspecify.annotations.NullMarked;
