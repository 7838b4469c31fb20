/// The HTML pages.
@NullMarked
package org.dossier.web.page;

import org.jspecify.annotations.NullMarked;
