/// Recognizes the persons, places and organizations of an article by rules.
@NullMarked
package org.dossier.text.entity;

import org.jspecify.annotations.NullMarked;
