package org.dossier.verification;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.dossier.verification.Verdict.Reason;
import org.dossier.verification.analysis.AnalyzedText;

/// Applies one rule to a statement and its sources.
record RuleExamples(Rule rule) {
  private static final LocalDate FRIDAY = LocalDate.of(2011, 11, 11);

  Optional<Reason> reason(String statement, String... sources) {
    var cited = Stream.of(sources).map(text -> new Source(text, "", FRIDAY)).toList();
    return rule.findViolation(AnalyzedText.of(statement), AnalyzedSources.of(List.copyOf(cited)))
        .map(Violation::reason);
  }
}
