/// The public address of this server, which links on all surfaces begin with.
@NullMarked
package org.dossier.link;

import org.jspecify.annotations.NullMarked;
