/// Inbound payloads: parsers and signature verification.
@NullMarked
package org.dossier.slack.event;

import org.jspecify.annotations.NullMarked;
