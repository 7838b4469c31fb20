/// The analysis of a text for verification: its words and their stems, its numbers, names,
/// predicates and polarity, and the word lists that these need. Knows no sources and no rules.
@NullMarked
package org.dossier.verification.analysis;

import org.jspecify.annotations.NullMarked;
