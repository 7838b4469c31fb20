package org.dossier.misplaced.search.lucene;

/// Not misplaced: an implementation of the search port.
public record Engine() {}
