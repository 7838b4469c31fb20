/// Finds numbers in text, in digits and in words.
@NullMarked
package org.dossier.text.number;

import org.jspecify.annotations.NullMarked;
