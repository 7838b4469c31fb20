/// The adapter to Slack: reads what people say there, asks, and replies in the thread. Decides
/// nothing about answers.
@NullMarked
package org.dossier.slack;

import org.jspecify.annotations.NullMarked;
