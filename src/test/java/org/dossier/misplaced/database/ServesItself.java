package org.dossier.misplaced.database;

import jakarta.ws.rs.core.Response;

public record ServesItself(Response response) {}
