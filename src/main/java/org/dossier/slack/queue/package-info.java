/// The persistent queue of pending replies, and its dispatcher with leader election.
@NullMarked
package org.dossier.slack.queue;

import org.jspecify.annotations.NullMarked;
