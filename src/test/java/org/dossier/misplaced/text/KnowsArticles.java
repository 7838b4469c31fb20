package org.dossier.misplaced.text;

import org.dossier.misplaced.database.ServesItself;

public record KnowsArticles(ServesItself above) {}
