package org.dossier.llm;

import java.util.List;

/// What a model is told.
///
/// @param system how it is to answer
/// @param user what it is to answer, and from what
/// @param evidence what it may cite by itself; empty where all of the evidence stands in `user`
/// @param version names the file that the words came from, and its content
public record Prompt(String system, String user, List<CitableDocument> evidence, String version) {
  public Prompt {
    evidence = List.copyOf(evidence);
  }

  /// The same with this to cite, for a model that [LanguageModel#citesByItself()].
  public Prompt with(List<CitableDocument> citableDocument) {
    return new Prompt(system, user, citableDocument, version);
  }
}
