/// Request security: host check, CORS, authorization, page tokens and rate limiting.
@NullMarked
package org.dossier.web.security;

import org.jspecify.annotations.NullMarked;
