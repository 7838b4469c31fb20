/// Authentication and permissions: access tokens, of which the database keeps hashes, and tokens of
/// an OpenID Connect issuer. Knows no HTTP, except for requests to the issuer.
@NullMarked
package org.dossier.auth;

import org.jspecify.annotations.NullMarked;
