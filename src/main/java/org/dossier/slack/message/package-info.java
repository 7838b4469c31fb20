/// Outbound messages: blocks, text runs and links, within the limits of Slack.
@NullMarked
package org.dossier.slack.message;

import org.jspecify.annotations.NullMarked;
