package org.dossier.answer;

import org.jspecify.annotations.Nullable;

/// Who put the answer into words.
///
/// @param kind chosen from the articles' own sentences, or written by a model
/// @param model the model's name; null for an extractive answer
/// @param fallback whether a model was asked first and failed
public record AnsweredBy(Kind kind, @Nullable String model, boolean fallback) {
  public static final AnsweredBy EXTRACTIVE = new AnsweredBy(Kind.EXTRACTIVE, null, false);

  public enum Kind {
    EXTRACTIVE,
    MODEL
  }
}
