/// What a sentence says by its form: whose words it reports and about what, whether it describes a
/// name, refers back to another one, or can be read alone.
@NullMarked
package org.dossier.answer.sentence;

import org.jspecify.annotations.NullMarked;
