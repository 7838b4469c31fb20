/// The form of a sentence: whether it reports words, whose and about what, describes a name, refers
/// back to another one, or can be read alone.
@NullMarked
package org.dossier.answer.sentence;

import org.jspecify.annotations.NullMarked;
