/// The analysis of a question: its conversation context, expected answer type, terms, and the names
/// and dates that evidence must mention.
@NullMarked
package org.dossier.question;

import org.jspecify.annotations.NullMarked;
