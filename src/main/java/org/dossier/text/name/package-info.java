/// Finds names in text by rules.
@NullMarked
package org.dossier.text.name;

import org.jspecify.annotations.NullMarked;
