/// The Slack bot: receives events over HTTP or Socket Mode, asks the chat, and replies in the
/// thread.
@NullMarked
package org.dossier.slack;

import org.jspecify.annotations.NullMarked;
