/// Answers of any system with their sources, to be verified.
@NullMarked
package org.dossier.web.check;

import org.jspecify.annotations.NullMarked;
