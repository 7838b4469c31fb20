package org.dossier.misplaced.util;

public record Helper() {}
