/// The JSON documents of responses.
@NullMarked
package org.dossier.web.json;

import org.jspecify.annotations.NullMarked;
