/// Boilerplate that the articles of one site have in common, and that therefore is no evidence.
@NullMarked
package org.dossier.retrieval.site;

import org.jspecify.annotations.NullMarked;
