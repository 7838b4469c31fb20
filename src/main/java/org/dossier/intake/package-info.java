/// Files and folders become articles: the readers of each format, what they recognise of an article
/// in it, and the run that takes them into the archive and tells how it went.
@NullMarked
package org.dossier.intake;

import org.jspecify.annotations.NullMarked;
