/// What requests consist of: headers, parameters and bodies, each validated while it is read.
@NullMarked
package org.dossier.web.request;

import org.jspecify.annotations.NullMarked;
