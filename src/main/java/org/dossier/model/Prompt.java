package org.dossier.model;

/// What a model is told.
///
/// @param system how it is to answer
/// @param user what it is to answer, and from what
/// @param version names the file that both came from, and its content
public record Prompt(String system, String user, String version) {}
