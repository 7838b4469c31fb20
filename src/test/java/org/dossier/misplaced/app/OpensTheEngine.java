package org.dossier.misplaced.app;

import org.dossier.misplaced.search.lucene.Engine;

/// Not misplaced: the composition root may choose a search engine.
public record OpensTheEngine(Engine engine) {}
