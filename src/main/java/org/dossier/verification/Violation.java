package org.dossier.verification;

/// The violation of a rule by a statement.
///
/// @param detail the offending part of the statement, for people
record Violation(Verdict.Reason reason, String detail) {}
