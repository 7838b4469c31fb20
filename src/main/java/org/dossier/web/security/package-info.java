/// Who may send which request: host check, CORS, authorization, page tokens, rate limit.
@NullMarked
package org.dossier.web.security;

import org.jspecify.annotations.NullMarked;
