package org.dossier.misplaced.retrieval;

import org.jdbi.v3.core.Jdbi;

public record ReadsTheDatabase(Jdbi jdbi) {}
