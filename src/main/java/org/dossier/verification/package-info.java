/// Verifies a statement against the sentences it cites: numbers, dates, names, quotations, roles,
/// polarity, meaning. Depends on neither archive nor index.
@NullMarked
package org.dossier.verification;

import org.jspecify.annotations.NullMarked;
