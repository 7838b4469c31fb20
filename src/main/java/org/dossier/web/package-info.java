/// The HTTP API: decodes a request, delegates it, and encodes the result. Makes no decision about
/// answers.
@NullMarked
package org.dossier.web;

import org.jspecify.annotations.NullMarked;
