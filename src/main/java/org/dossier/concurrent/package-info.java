/// Threading utilities for several packages: a background worker with back-off, a mutex per key.
@NullMarked
package org.dossier.concurrent;

import org.jspecify.annotations.NullMarked;
