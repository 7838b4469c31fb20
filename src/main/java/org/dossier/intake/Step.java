package org.dossier.intake;

/// What the walk over the given paths came upon.
sealed interface Step permits Source, Refusal, Step.PassedOver {

  /// A file of another kind beside the articles; nothing is wrong with it.
  record PassedOver() implements Step {}
}
