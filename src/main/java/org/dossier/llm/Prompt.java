package org.dossier.llm;

import java.util.List;

/// A prompt, with all placeholders filled in.
///
/// @param system the system message: how to answer
/// @param user the user message: the question, and the evidence unless that is in `evidence`
/// @param evidence the documents that the model may cite by itself; empty if all of the evidence is
///   in `user`
/// @param version name of the prompt file and hash of its content
public record Prompt(String system, String user, List<CitableDocument> evidence, String version) {
  public Prompt {
    evidence = List.copyOf(evidence);
  }

  /// This prompt with documents to cite, for a model that [LanguageModel#citesByItself()].
  public Prompt with(List<CitableDocument> citableDocument) {
    return new Prompt(system, user, citableDocument, version);
  }
}
