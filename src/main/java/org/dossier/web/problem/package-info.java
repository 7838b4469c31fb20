/// Problem documents (RFC 9457): the types of problems and the exception that carries one.
@NullMarked
package org.dossier.web.problem;

import org.jspecify.annotations.NullMarked;
