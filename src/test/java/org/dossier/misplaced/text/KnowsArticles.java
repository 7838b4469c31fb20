package org.dossier.misplaced.text;

import org.dossier.misplaced.corpus.ServesItself;

public record KnowsArticles(ServesItself above) {}
