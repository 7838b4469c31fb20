/// Who may do what: access tokens, which the archive's database keeps by their hashes, and those of
/// an OpenID Connect issuer. Knows no HTTP but for what it asks the issuer.
@NullMarked
package org.dossier.access;

import org.jspecify.annotations.NullMarked;
