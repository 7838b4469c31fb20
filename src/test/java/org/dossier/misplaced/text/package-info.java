@NullMarked
package org.dossier.misplaced.text;

import org.jspecify.annotations.NullMarked;
