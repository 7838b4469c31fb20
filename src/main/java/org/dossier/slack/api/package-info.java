/// The client of Slack's Web API: rate limits, retries, tokens and settings.
@NullMarked
package org.dossier.slack.api;

import org.jspecify.annotations.NullMarked;
