/// The stages of a question, and the listener that observes them.
@NullMarked
package org.dossier.instrumentation;

import org.jspecify.annotations.NullMarked;
