/// Whether a statement stands on the sentences it cites: every number, date, name and quotation
/// must be there, nothing may be turned round, and the meaning must be near. Needs no archive and
/// no index.
@NullMarked
package org.dossier.checking;

import org.jspecify.annotations.NullMarked;
