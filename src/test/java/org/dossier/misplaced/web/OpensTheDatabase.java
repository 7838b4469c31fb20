package org.dossier.misplaced.web;

import java.sql.Connection;

public record OpensTheDatabase(Connection connection) {}
