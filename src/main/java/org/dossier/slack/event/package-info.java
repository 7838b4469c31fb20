/// Inbound payloads of Slack: their signature and what they mean.
@NullMarked
package org.dossier.slack.event;

import org.jspecify.annotations.NullMarked;
