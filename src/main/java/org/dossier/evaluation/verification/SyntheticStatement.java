package org.dossier.evaluation.verification;

import java.util.List;
import org.dossier.verification.Source;

/// A statement made from an archive that is known to be true or false to its sources.
///
/// @param kind how it was made
/// @param text the statement
/// @param original the sentence it was made from
/// @param sources its cited sources
record SyntheticStatement(StatementKind kind, String text, String original, List<Source> sources) {}
