package org.dossier.maintenance;

/// Something that is not as it should be.
///
/// @param where the article, table or file
/// @param what is wrong with it
/// @param remedy what to do about it
public record Finding(String location, String message, String fix) {}
