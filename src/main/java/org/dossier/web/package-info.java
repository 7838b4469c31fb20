/// HTTP: decodes a request, hands it over, encodes what comes back. Decides nothing itself.
@NullMarked
package org.dossier.web;

import org.jspecify.annotations.NullMarked;
