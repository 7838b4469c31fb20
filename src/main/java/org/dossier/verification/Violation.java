package org.dossier.verification;

/// A rule that a statement breaks.
///
/// @param detail what of the statement breaks it, for people
record Violation(Verdict.Reason reason, String detail) {}
