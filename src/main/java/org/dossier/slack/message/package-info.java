/// Outbound messages: blocks, text runs and links, within Slack's limits.
@NullMarked
package org.dossier.slack.message;

import org.jspecify.annotations.NullMarked;
