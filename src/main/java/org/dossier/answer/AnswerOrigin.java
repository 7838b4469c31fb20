package org.dossier.answer;

import org.jspecify.annotations.Nullable;

/// Who put the answer into words.
///
/// @param kind chosen from the articles' own sentences, or written by a model
/// @param model the model, as it was chosen: `ollama:llama3.2`; null for an extractive answer
/// @param fallback whether a model was asked first and failed
/// @param prompt the version of what the model was told; null for an extractive answer
public record AnswerOrigin(
    Kind kind, @Nullable String model, boolean fallback, @Nullable String prompt) {
  public static final AnswerOrigin EXTRACTIVE =
      new AnswerOrigin(Kind.EXTRACTIVE, null, false, null);
  public static final AnswerOrigin FALLBACK = new AnswerOrigin(Kind.EXTRACTIVE, null, true, null);

  static AnswerOrigin model(String model, String prompt) {
    return new AnswerOrigin(Kind.MODEL, model, false, prompt);
  }

  public enum Kind {
    EXTRACTIVE,
    MODEL
  }
}
