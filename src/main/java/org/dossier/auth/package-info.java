/// Authentication and permissions: access tokens, stored as hashes, and tokens of an OpenID Connect
/// issuer. Independent of HTTP, except for requests to the issuer.
@NullMarked
package org.dossier.auth;

import org.jspecify.annotations.NullMarked;
