package org.dossier.maintenance;

/// A problem that a check found.
///
/// @param location the article, table or file
/// @param message description of the problem
/// @param fix how to fix it
public record Finding(String location, String message, String fix) {}
