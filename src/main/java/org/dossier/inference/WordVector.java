package org.dossier.inference;

import org.dossier.text.Span;

/// The contextual vector of a word of a text.
///
/// @param span its place in the text
/// @param text in lower case, as in the model's vocabulary
/// @param vector of length 1
/// @param rank its rank in the model's vocabulary, which is sorted by frequency: "the" is before
///   "harbour"; a word that the vocabulary has only in pieces ranks after all others
public record WordVector(Span span, String text, float[] vector, int rank) {}
