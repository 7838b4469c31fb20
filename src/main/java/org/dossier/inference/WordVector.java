package org.dossier.inference;

import org.dossier.text.Span;

/// What a word of a text means where it stands.
///
/// @param span where it stands
/// @param text in small letters, as the model's vocabulary has it
/// @param vector of length 1
/// @param rank its place in the model's vocabulary, which is sorted by how often words are used:
///   "the" is before "harbour"; a word that the vocabulary only has in pieces comes behind all
public record WordVector(Span span, String text, float[] vector, int rank) {}
