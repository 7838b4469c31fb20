/// The parts of requests: headers, parameters and bodies, validated while they are parsed.
@NullMarked
package org.dossier.web.request;

import org.jspecify.annotations.NullMarked;
