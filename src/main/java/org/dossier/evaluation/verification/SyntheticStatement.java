package org.dossier.evaluation.verification;

import java.util.List;
import org.dossier.verification.Source;

/// A statement made from an archive, of which it is known whether its sources say it.
///
/// @param kind how it was made
/// @param text the statement
/// @param original the sentence it was made from
/// @param sources what it cites
record SyntheticStatement(StatementKind kind, String text, String original, List<Source> sources) {}
