package org.dossier.misplaced.retrieval;

import org.dossier.misplaced.search.lucene.Engine;

public record BypassesThePort(Engine engine) {}
