package org.dossier.web.openai;

import java.util.List;
import org.dossier.web.problem.ProblemException;
import org.dossier.web.problem.ProblemType;

/// The name of a model, which selects how a message is answered.
///
/// @param id as clients send it
/// @param extractive true to answer in the articles' own sentences, regardless of the configured
///   LLM
/// @param sourceList true to end each reply with a list of its sources
record ModelName(String id, boolean extractive, boolean sourceList) {
  private static final String SOURCES = "-sources";

  static final List<ModelName> ALL =
      List.of(
          new ModelName("dossier", false, false),
          new ModelName("dossier-extractive", true, false),
          new ModelName("dossier" + SOURCES, false, true),
          new ModelName("dossier-extractive" + SOURCES, true, true));

  private static final String IDS = String.join(", ", ALL.stream().map(ModelName::id).toList());

  /// @throws ProblemException UNKNOWN_MODEL
  static ModelName of(String id) {
    return ALL.stream()
        .filter(model -> model.id.equals(id))
        .findFirst()
        .orElseThrow(() ->
            ProblemException.of(
                    ProblemType.UNKNOWN_MODEL,
                    "model: is unknown; the models of this server are " + IDS)
                .withField("model"));
  }
}
