/// Rewrites a message that depends on earlier turns as a standalone question.
@NullMarked
package org.dossier.chat.rewriting;

import org.jspecify.annotations.NullMarked;
