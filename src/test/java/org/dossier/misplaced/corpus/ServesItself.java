package org.dossier.misplaced.corpus;

import jakarta.ws.rs.core.Response;

public record ServesItself(Response response) {}
