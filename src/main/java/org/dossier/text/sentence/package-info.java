/// Splits text into paragraphs and sentences.
@NullMarked
package org.dossier.text.sentence;

import org.jspecify.annotations.NullMarked;
