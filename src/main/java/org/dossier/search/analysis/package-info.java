/// The analysis of texts by Lucene's analyzers: terms, written forms and words of mentions. Every
/// search engine indexes the results, so that all of them find the same.
@NullMarked
package org.dossier.search.analysis;

import org.jspecify.annotations.NullMarked;
