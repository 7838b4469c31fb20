/// Answers a pending question and publishes the reply exactly once.
@NullMarked
package org.dossier.slack.reply;

import org.jspecify.annotations.NullMarked;
